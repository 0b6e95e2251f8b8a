package eu.digitalnorth.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  private static final int MANY = 200_000;
  private static final String ALPHABET = "\u0000\u0001\u0002a";

  /** As docs/signature.md has it, so that others can compute it. */
  @Test
  void theFormIsTheDocumentedOne() {
    byte[] form =
        new CanonicalForm("kind")
            .text("å")
            .text("")
            .text(null)
            .bytes(new byte[] {1, 0})
            .time(Instant.ofEpochMilli(1_500))
            .toBytes();

    assertThat(HexFormat.ofDelimiter(" ").formatHex(form))
        .isEqualTo(
            "01 00 00 00 04 6b 69 6e 64"
                + " 01 00 00 00 02 c3 a5"
                + " 01 00 00 00 00"
                + " 00"
                + " 01 00 00 00 02 01 00"
                + " 01 00 00 00 04 31 35 30 30");
  }

  /** Of an alphabet of what stands between fields, so that one could pass for the other. */
  @Test
  void noTwoListsHaveTheSameForm() {
    Random random = new Random(2017);
    Map<String, List<@Nullable String>> byForm = new HashMap<>();
    for (int i = 0; i < MANY; i++) {
      List<@Nullable String> fields = fields(random);
      CanonicalForm form = new CanonicalForm(String.valueOf(fields.getFirst()));
      fields.stream().skip(1).forEach(form::text);

      List<@Nullable String> other =
          byForm.putIfAbsent(HexFormat.of().formatHex(form.toBytes()), fields);

      assertThat(other == null || other.equals(fields)).isTrue();
    }
    assertThat(byForm).hasSizeGreaterThan(MANY / 10);
  }

  private static List<@Nullable String> fields(Random random) {
    List<@Nullable String> fields = new ArrayList<>(List.of(field(random)));
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.add(random.nextInt(4) == 0 ? null : field(random));
    }
    return fields;
  }

  private static String field(Random random) {
    StringBuilder field = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      field.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return field.toString();
  }
}
