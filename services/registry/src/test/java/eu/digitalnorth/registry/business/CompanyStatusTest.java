package eu.digitalnorth.registry.business;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompanyStatusTest {

  @ParameterizedTest
  @EnumSource(value = CompanyStatus.class, names = "DISSOLVED", mode = EnumSource.Mode.EXCLUDE)
  void aDissolvedCompanyIsNeverBroughtBack(CompanyStatus status) {
    assertThat(CompanyStatus.DISSOLVED.mayBecome(status)).isFalse();
  }

  @Test
  void proceedingsCanBeOpenedAndEnded() {
    assertThat(CompanyStatus.ACTIVE.mayBecome(CompanyStatus.WINDING_UP)).isTrue();
    assertThat(CompanyStatus.WINDING_UP.mayBecome(CompanyStatus.ACTIVE)).isTrue();
    assertThat(CompanyStatus.INSOLVENT.mayBecome(CompanyStatus.DISSOLVED)).isTrue();
  }
}
