package eu.digitalnorth.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdsTest {
  private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

  @Test
  void theExampleOfTheStandardComesOut() { // RFC 9562, appendix A.4
    assertThat(NameBasedIds.derive(DNS, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }

  @Test
  void theExampleOfPythonsLibraryComesOut() { // uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org')
    assertThat(NameBasedIds.derive(DNS, "python.org"))
        .isEqualTo(UUID.fromString("886313e1-3b8a-5372-9b90-0c9aee199e5d"));
  }

  @Test
  void versionAndVariantAreMarked() {
    UUID id = NameBasedIds.derive(UUID.randomUUID(), "anything");

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void otherNamesAndOtherCausesGiveOtherIds() {
    Set<UUID> ids = new HashSet<>();
    UUID cause = UUID.randomUUID();
    for (int i = 0; i < 1_000; i++) {
      ids.add(NameBasedIds.derive(cause, "name#" + i));
      ids.add(NameBasedIds.derive(UUID.randomUUID(), "name"));
    }
    assertThat(ids).hasSize(2_000);
  }
}
