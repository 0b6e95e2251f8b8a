package eu.digitalnorth.replay.bundle;

import java.util.regex.Pattern;

/** Names of the files in a bundle. */
final class Layout {
  static final String MANIFEST = "manifest.json";

  /** SHA-256 of the manifest, as {@code sha256sum} writes it. */
  static final String MANIFEST_DIGEST = "manifest.json.sha256";

  /** There while a bundle is not finished. */
  static final String PROGRESS = "progress.json";

  /** Held by whoever writes. */
  static final String LOCK = "lock";

  /** Public anchors, by which signatures are checked: {@code anchors/ee.jwk}. */
  static final String ANCHORS = "anchors/";

  /** Private keys of an installation that was made for the recording, and for nothing else. */
  static final String PRIVATE_KEYS = "private-keys/";

  private static final String RECORDS = "records/";
  private static final String SCHEMAS = "schemas/";

  private static final Pattern KEY =
      Pattern.compile(
          "anchors/[a-z]{2}\\.jwk"
              + "|private-keys/[a-z]{2}/pseudonym\\.key"
              + "|private-keys/[a-z]{2}/[a-z][a-z0-9-]{0,31}/[a-z-]{1,40}\\.json");

  /** No path can lead out of the bundle. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "records/[A-Za-z0-9._-]+-[0-9]+\\.avro|schemas/[0-9a-f]{64}\\.avsc|" + KEY.pattern());

  private Layout() {}

  /** Kafka names its own folders so; a topic's name has no character that a path could not have. */
  static String records(String topic, int partition) {
    return RECORDS + topic + '-' + partition + ".avro";
  }

  static String schema(String sha256) {
    return SCHEMAS + sha256 + ".avsc";
  }

  static boolean isKey(String path) {
    return KEY.matcher(path).matches();
  }

  static boolean isContent(String path) {
    return CONTENT.matcher(path).matches();
  }
}
