package eu.digitalnorth.trust;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.key.Admission;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyStatement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keys of two countries in a folder, a clock that is set by hand, and who trusts them. */
public final class Installation {
  public static final CountryCode EE = CountryCode.of("ee");
  public static final CountryCode NO = CountryCode.of("no");
  public static final Instant START = Instant.parse("2026-11-22T08:00:00.123Z");

  private final KeyDirectory keys;
  private final CryptoProvider provider;
  private Instant now = START;

  public Installation(Path folder, CryptoProvider provider) {
    this.provider = provider;
    this.keys = new KeyDirectory(folder, () -> now, provider);
    keys.createMissing(List.of(EE, NO));
  }

  public KeyDirectory keys() {
    return keys;
  }

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Of somebody who has read all that is published by now. */
  public KeyRing keyRing() {
    KeyRing ring = new KeyRing(keys.anchors(), provider);
    for (CountryCode country : List.of(EE, NO)) {
      for (KeyStatement statement : keys.operate(country).statements()) {
        Admission admission = ring.add(statement);
        if (admission.isRefused()) {
          throw new AssertionError(statement + ": " + admission);
        }
      }
    }
    return ring;
  }
}
