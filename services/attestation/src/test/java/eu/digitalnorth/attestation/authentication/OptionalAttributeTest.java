package eu.digitalnorth.attestation.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionalAttributeTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsEidasName(OptionalAttribute attribute) {
    assertThat(OptionalAttribute.named(attribute.eidasName())).contains(attribute);
  }

  @Test
  void anAttributeThatNoRegisterHasIsLeftOut() {
    assertThat(OptionalAttribute.named("PhoneNumber")).isEmpty();
  }

  @Test
  void aMandatoryAttributeNeedsNoAsking() {
    assertThat(OptionalAttribute.named("DateOfBirth")).isEmpty();
  }
}
