package eu.digitalnorth.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.trust.key.MissingKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerSecretsTest {
  @TempDir private Path directory;
  private IssuerSecrets secrets;

  @BeforeEach
  void create() {
    secrets = new IssuerSecrets(directory.resolve("issuer"));
    secrets.createMissing();
  }

  @Test
  void secretsStayAsTheyAreWhenTheyAreThere() {
    String key = secrets.signingKey().toJSONString();
    String client = secrets.ofClient("NO:tax");

    secrets.createMissing();

    assertThat(secrets.signingKey().toJSONString()).isEqualTo(key);
    assertThat(new IssuerSecrets(directory.resolve("issuer")).ofClient("NO:tax")).isEqualTo(client);
  }

  @Test
  void onlyTheOwnerReadsTheFiles() throws IOException {
    for (String file : new String[] {"signing.jwk", "secrets.key"}) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(directory.resolve("issuer").resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void everyClientUserAndInstallationHasSecretsOfItsOwn() {
    IssuerSecrets other = new IssuerSecrets(directory.resolve("other"));
    other.createMissing();

    assertThat(secrets.ofClient("NO:tax"))
        .hasSize(43)
        .isNotEqualTo(secrets.ofClient("SE:tax"))
        .isNotEqualTo(other.ofClient("NO:tax"));
    assertThat(secrets.ofUser("NO:tax"))
        .matches("([a-z2-9]{4}-){3}[a-z2-9]{4}")
        .isNotEqualTo(secrets.ofUser("SE:tax"))
        .isNotEqualTo(other.ofUser("NO:tax"));
  }

  @Test
  void aSubjectTellsNothingOfTheUserName() {
    assertThat(secrets.subjectOf("ee-isikukood:39901012239"))
        .matches("[0-9a-f]{64}")
        .isEqualTo(secrets.subjectOf("ee-isikukood:39901012239"))
        .isNotEqualTo(secrets.subjectOf("ee-isikukood:60001017869"));
  }

  @Test
  void aDamagedKeyIsToldByItsFileAndNeverByItsContent() throws IOException {
    Files.writeString(directory.resolve("issuer/signing.jwk"), "{\"d\": \"hush\"}");

    assertThatThrownBy(secrets::signingKey)
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining("signing.jwk")
        .hasMessageNotContaining("hush")
        .hasNoCause();
  }
}
