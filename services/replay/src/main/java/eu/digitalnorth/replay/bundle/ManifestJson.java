package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manifest as JSON, indented for people. */
final class ManifestJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ManifestJson() {}

  static String write(Manifest manifest) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + '\n';
  }

  /**
   * @param file named to people if it cannot be read
   * @throws ReplayException if it is no manifest, or of a format that this code does not know
   */
  static Manifest read(String json, String file) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (!tree.path("format").asString("").equals(Manifest.FORMAT)) {
        throw new ReplayException(Failure.NO_BUNDLE, file + " is not that of a recording.");
      }
      int version = tree.path("formatVersion").asInt(0);
      if (version != Manifest.VERSION) {
        throw new ReplayException(
            Failure.NO_BUNDLE,
            "%s is of format version %d; this program knows %d."
                .formatted(file, version, Manifest.VERSION));
      }
      return MAPPER.treeToValue(tree, Manifest.class);
    } catch (JacksonException e) {
      throw new ReplayException(
          Failure.NO_BUNDLE, file + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
