package eu.digitalnorth.trust.crypto;

import java.util.stream.Stream;

/** For tests that are run on each provider that is to be had. */
public final class Providers {
  private Providers() {}

  public static Stream<CryptoProvider> all() {
    return Stream.concat(Stream.of(CryptoProvider.platform()), CryptoProvider.conscrypt().stream());
  }

  public static boolean hasConscrypt() {
    return CryptoProvider.conscrypt().isPresent();
  }
}
