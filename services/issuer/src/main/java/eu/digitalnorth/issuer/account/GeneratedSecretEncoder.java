package eu.digitalnorth.issuer.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    return HexFormat.of().formatHex(digest(String.valueOf(secret)));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    return secret != null
        && encoded != null
        && MessageDigest.isEqual(
            encode(secret).getBytes(StandardCharsets.US_ASCII),
            encoded.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
