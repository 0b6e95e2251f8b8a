package eu.digitalnorth.trust.benchmark;

import eu.digitalnorth.trust.Installation;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Keys of an installation, on each of the providers. */
@State(Scope.Benchmark)
public class Party {
  @Param({"conscrypt", "platform"})
  public String provider;

  Installation installation;
  KeyRing keyRing;

  @Setup
  public void install() {
    try {
      installation = new Installation(Files.createTempDirectory("benchmark"), crypto());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keyRing = installation.keyRing();
  }

  CryptoProvider crypto() {
    return provider.equals("platform")
        ? CryptoProvider.platform()
        : CryptoProvider.conscrypt().orElseThrow();
  }
}
