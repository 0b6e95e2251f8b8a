package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.crypto.Ed25519;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.text.ParseException;

/** A country's private anchor: what it signs, others believe of the country's keys. */
final class AnchorFile {
  private final PrivateKey key;
  private final CryptoProvider provider;

  private AnchorFile(OctetKeyPair jwk, CryptoProvider provider) {
    this.key = Ed25519.privateKey(jwk, provider);
    this.provider = provider;
  }

  /** Also writes the public half, where installations that trust the country find it. */
  static AnchorFile createIfAbsent(CountryFolder folder, CryptoProvider provider) {
    PrivateFiles.createIfAbsent(
        folder.privateAnchor(), () -> Ed25519.generate(provider).toJSONString() + "\n");
    OctetKeyPair anchor = parse(folder.privateAnchor());
    PrivateFiles.createPublicIfAbsent(
        folder.publicAnchor(),
        () -> new String(PublicJwk.write(anchor), StandardCharsets.UTF_8) + "\n");
    return new AnchorFile(anchor, provider);
  }

  static AnchorFile read(CountryFolder folder, CryptoProvider provider) {
    return new AnchorFile(parse(folder.privateAnchor()), provider);
  }

  KeyStatement sign(KeyClaim claim) {
    return KeyStatement.sign(claim, key, provider);
  }

  private static OctetKeyPair parse(Path file) {
    try {
      JWK jwk = JWK.parse(PrivateFiles.read(file));
      if (jwk instanceof OctetKeyPair pair && pair.isPrivate()) {
        return pair;
      }
    } catch (ParseException | IllegalArgumentException e) {
      // The cause may quote the key.
    }
    throw new MissingKeyException(file + " is no private anchor");
  }
}
