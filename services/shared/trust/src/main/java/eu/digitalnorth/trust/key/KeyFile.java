package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one use, present and past, as JSON: {@code {"keys":[{"jwk":..., "validFrom":...,
 * "validUntil":..., "revokedAt":..., "anchorSignature":...}]}}, times in milliseconds since 1970.
 */
record KeyFile(Path path, CountryCode country, KeyUse use) {
  private static final int MOST_CHARACTERS = 1_000_000;

  static KeyFile in(Path countryFolder, CountryCode country, KeyUse use) {
    return new KeyFile(
        countryFolder.resolve(use.service()).resolve(use.purpose().fileName() + ".json"),
        country,
        use);
  }

  /**
   * @throws MissingKeyException if it is absent or damaged
   */
  List<HeldKey> read(CryptoProvider provider) {
    String text = PrivateFiles.read(path);
    try {
      Map<String, Object>[] keys =
          JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(text, MOST_CHARACTERS), "keys");
      if (keys == null || keys.length == 0) {
        throw new MissingKeyException(path + " has no keys");
      }
      return Arrays.stream(keys).map(key -> heldKey(key, provider)).toList();
    } catch (ParseException | IllegalArgumentException e) {
      throw new MissingKeyException(path + " is no key file"); // the cause may quote the key
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  void createIfAbsent(Supplier<HeldKey> first) {
    PrivateFiles.createIfAbsent(path, () -> text(List.of(first.get())));
  }

  void replace(List<HeldKey> keys) {
    PrivateFiles.replace(path, text(keys));
  }

  private static String text(List<HeldKey> keys) {
    return JSONObjectUtils.toJSONString(Map.of("keys", keys.stream().map(KeyFile::json).toList()))
        + "\n";
  }

  private static Map<String, Object> json(HeldKey key) {
    KeyClaim claim = key.claim();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jwk", key.jwk().toJSONObject());
    json.put("validFrom", claim.validFrom().toEpochMilli());
    putTime(json, "validUntil", claim.validUntil());
    putTime(json, "revokedAt", claim.revokedAt());
    json.put("anchorSignature", Base64URL.encode(key.statement().anchorSignature()).toString());
    return json;
  }

  private static void putTime(Map<String, Object> json, String name, @Nullable Instant time) {
    if (time != null) {
      json.put(name, time.toEpochMilli());
    }
  }

  private HeldKey heldKey(Map<String, Object> json, CryptoProvider provider) {
    try {
      JWK jwk = JWK.parse(JSONObjectUtils.getJSONObject(json, "jwk"));
      if (!jwk.isPrivate()
          || PublicJwk.read(PublicJwk.write(jwk), use.purpose().curve()).isEmpty()) {
        throw new IllegalArgumentException("no private key on the curve of its purpose");
      }
      KeyClaim claim =
          new KeyClaim(
              KeyId.of(jwk),
              country,
              use,
              use.purpose().algorithm(),
              PublicJwk.write(jwk),
              Instant.ofEpochMilli(JSONObjectUtils.getLong(json, "validFrom")),
              time(json, "validUntil"),
              time(json, "revokedAt"));
      byte[] signature = JSONObjectUtils.getBase64URL(json, "anchorSignature").decode();
      return new HeldKey(new KeyStatement(claim, signature), jwk, provider);
    } catch (ParseException | NullPointerException e) {
      throw new IllegalArgumentException("a member is missing or is none");
    }
  }

  private static @Nullable Instant time(Map<String, Object> json, String name)
      throws ParseException {
    return json.containsKey(name)
        ? Instant.ofEpochMilli(JSONObjectUtils.getLong(json, name))
        : null;
  }
}
