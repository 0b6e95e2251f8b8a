package eu.digitalnorth.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdentifierTest {

  @Test
  void isReadAndWrittenAlike() {
    PersonIdentifier identifier = PersonIdentifier.parse("EE/NO/39901012239");

    assertThat(identifier.source().value()).isEqualTo("EE");
    assertThat(identifier.destination().value()).isEqualTo("NO");
    assertThat(identifier.value()).isEqualTo("EE/NO/39901012239");
  }

  @Test
  void itsTextForLogsHasNoNumber() {
    assertThat(PersonIdentifier.parse("EE/NO/39901012239")).hasToString("EE/NO/...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EE/NO/", "EE/39901012239", "ee/no/39901012239", "39901012239"})
  void whatIsNoneIsRefusedWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PersonIdentifier.parse(text))
        .withMessage("A person identifier is source/destination/identifier");
  }

  @Test
  void aEuidIsReadAndWrittenAlike() {
    Euid euid = Euid.parse("EEBUS.19000001");

    assertThat(euid.registrationNumber()).isEqualTo("19000001");
    assertThat(euid).hasToString("EEBUS.19000001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EE", "EEBUS", "EEBUS.", "eebus.1"})
  void whatIsNoEuidIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Euid.parse(text));
  }
}
