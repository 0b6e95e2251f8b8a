package eu.digitalnorth.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.digitalnorth.attestation.AttestationProperties.ApprovalPolicy;
import eu.digitalnorth.country.CountryCode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttestationPropertiesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final URI HERE = URI.create("https://eid.test");

  @Test
  void aCountryHasThePolicyOfAllUnlessItHasItsOwn() {
    AttestationProperties settings =
        new AttestationProperties(
            ApprovalPolicy.AUTOMATIC,
            Map.of("is", ApprovalPolicy.MANUAL),
            HOUR,
            HOUR,
            HERE,
            HOUR,
            HOUR,
            HOUR);

    assertThat(settings.policyOf(new CountryCode("IS"))).isEqualTo(ApprovalPolicy.MANUAL);
    assertThat(settings.policyOf(new CountryCode("EE"))).isEqualTo(ApprovalPolicy.AUTOMATIC);
  }

  @Test
  void aValidityOfNothingIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AttestationProperties(
                    ApprovalPolicy.AUTOMATIC,
                    Map.of(),
                    Duration.ZERO,
                    HOUR,
                    HERE,
                    HOUR,
                    HOUR,
                    HOUR))
        .withMessageContaining("exchange.attestation.validity");
  }

  @Test
  void aStatusListIsPublishedAgainBeforeHalfOfItsTimeHasPassed() {
    AttestationProperties settings =
        new AttestationProperties(
            ApprovalPolicy.AUTOMATIC, Map.of(), HOUR, HOUR, HERE, HOUR, HOUR, HOUR);

    assertThat(settings.statusRenewal().multipliedBy(2)).isLessThan(HOUR);
  }

  @Test
  void theNameOfAStatusListIsWhereItIsToBeHad() {
    AttestationProperties settings =
        new AttestationProperties(
            ApprovalPolicy.AUTOMATIC, Map.of(), HOUR, HOUR, HERE, HOUR, HOUR, HOUR);

    assertThat(settings.statusListUri(new CountryCode("EE"), 3))
        .isEqualTo("https://eid.test/api/eid/ee/status-lists/3");
  }
}
