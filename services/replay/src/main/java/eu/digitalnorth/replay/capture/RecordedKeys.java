package eu.digitalnorth.replay.capture;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.key.AnchorFiles;
import eu.digitalnorth.trust.key.PrivateFiles;
import eu.digitalnorth.trust.key.PublicJwk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a recording has of an installation's keys, by its path in the bundle. */
public final class RecordedKeys {
  private RecordedKeys() {}

  /**
   * The public anchors by which its signatures are checked, written anew, so that nothing else can
   * come along.
   *
   * @param keys folder of the installation's keys; without one there are no anchors
   */
  public static Map<String, String> anchors(Path keys) {
    Map<String, String> anchors = new TreeMap<>();
    if (Files.isDirectory(keys.resolve("anchors"))) {
      AnchorFiles.read(keys)
          .byCountry()
          .forEach(
              (country, key) ->
                  anchors.put(
                      "anchors/%s.jwk".formatted(country.lower()),
                      new String(PublicJwk.write(key), StandardCharsets.UTF_8) + '\n'));
    }
    return anchors;
  }

  /**
   * The anchors, and the private keys by which the services of these countries sign, decrypt and
   * make pseudonyms: only for a synthetic installation that was made to be recorded, since whoever
   * has the bundle has its keys. The private anchors, and passwords, are not among them.
   */
  public static Map<String, String> ofSynthetic(Path keys, Iterable<CountryCode> countries) {
    Map<String, String> all = new TreeMap<>(anchors(keys));
    for (CountryCode country : countries) {
      Path folder = keys.resolve(country.lower());
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> isNeeded(folder.relativize(file)))
            .forEach(
                file -> all.put("private-keys/" + keys.relativize(file), PrivateFiles.read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  private static boolean isNeeded(Path file) {
    return file.toString().equals("pseudonym.key")
        || (file.getNameCount() == 2 && file.toString().endsWith(".json"));
  }
}
