package eu.digitalnorth.issuer.account;

import eu.digitalnorth.trust.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * SHA-256, for generated secrets only: they have 80 bits or more, so nobody gets anywhere by
 * guessing, and a slow hash, which protects the passwords that people think of, would only slow the
 * issuer.
 */
public final class GeneratedSecretEncoder implements PasswordEncoder {

  @Override
  public String encode(@Nullable CharSequence secret) {
    byte[] text = String.valueOf(secret).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(text));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    return secret != null
        && encoded != null
        && MessageDigest.isEqual(
            encode(secret).getBytes(StandardCharsets.US_ASCII),
            encoded.getBytes(StandardCharsets.US_ASCII));
  }
}
