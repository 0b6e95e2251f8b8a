package eu.digitalnorth.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CryptoProviderTest {

  /** Conscrypt has a library for these; elsewhere the platform's provider does all. */
  @Test
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC, OS.WINDOWS},
      architectures = {"amd64", "x86_64"})
  void conscryptLoadsAndIsPreferred() {
    assertThat(CryptoProvider.conscrypt()).isPresent();
    assertThat(CryptoProvider.best()).hasToString("Conscrypt");
    assertThat(Providers.all()).hasSize(2);
  }

  @Test
  void nothingElseInTheProcessGetsItsAlgorithmsFromConscrypt() {
    CryptoProvider.best();

    assertThat(Security.getProviders())
        .extracting(java.security.Provider::getName)
        .doesNotContain("Conscrypt");
  }
}
