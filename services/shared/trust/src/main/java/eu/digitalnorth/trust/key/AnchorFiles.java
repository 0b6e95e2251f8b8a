package eu.digitalnorth.trust.key;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import eu.digitalnorth.country.CountryCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public anchors of the participants, as configured: {@code <root>/anchors/<country>.jwk}. An
 * operator puts the files of other countries there, having checked them by other means.
 */
public final class AnchorFiles {
  private static final String SUFFIX = ".jwk";
  private static final Predicate<String> NAME =
      Pattern.compile("[a-z]{2}\\.jwk").asMatchPredicate();

  private AnchorFiles() {}

  /**
   * @throws MissingKeyException if there is none, or one of them is no public anchor
   */
  public static TrustAnchors read(Path root) {
    try (Stream<Path> files = Files.list(folder(root))) {
      return new TrustAnchors(
          files
              .filter(file -> NAME.test(file.getFileName().toString()))
              .collect(Collectors.toMap(AnchorFiles::country, AnchorFiles::anchor)));
    } catch (IOException e) {
      throw new MissingKeyException(
          "Cannot read " + folder(root) + ": generate the keys first (./exchange up does)", e);
    }
  }

  static Path file(Path root, CountryCode country) {
    return folder(root).resolve(country.lower() + SUFFIX);
  }

  private static Path folder(Path root) {
    return root.resolve("anchors");
  }

  private static CountryCode country(Path file) {
    return CountryCode.of(file.getFileName().toString().substring(0, 2));
  }

  private static OctetKeyPair anchor(Path file) {
    byte[] text = PrivateFiles.read(file).strip().getBytes(StandardCharsets.UTF_8);
    return PublicJwk.read(text, Curve.Ed25519)
        .map(OctetKeyPair.class::cast)
        .orElseThrow(() -> new MissingKeyException(file + " is no public anchor"));
  }
}
