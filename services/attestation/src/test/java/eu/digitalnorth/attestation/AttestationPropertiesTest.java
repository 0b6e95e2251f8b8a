package eu.digitalnorth.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.digitalnorth.attestation.AttestationProperties.ApprovalPolicy;
import eu.digitalnorth.country.CountryCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttestationPropertiesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aCountryHasThePolicyOfAllUnlessItHasItsOwn() {
    AttestationProperties settings =
        new AttestationProperties(
            ApprovalPolicy.AUTOMATIC, Map.of("is", ApprovalPolicy.MANUAL), HOUR, HOUR, HOUR);

    assertThat(settings.policyOf(new CountryCode("IS"))).isEqualTo(ApprovalPolicy.MANUAL);
    assertThat(settings.policyOf(new CountryCode("EE"))).isEqualTo(ApprovalPolicy.AUTOMATIC);
  }

  @Test
  void aValidityOfNothingIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AttestationProperties(
                    ApprovalPolicy.AUTOMATIC, Map.of(), Duration.ZERO, HOUR, HOUR))
        .withMessageContaining("exchange.attestation.validity");
  }
}
