package eu.digitalnorth.replay.bundle;

/** The file beside the manifest, as {@code sha256sum} writes and checks it. */
final class ManifestDigest {
  private ManifestDigest() {}

  static String line(String sha256) {
    return sha256 + "  " + Layout.MANIFEST + '\n';
  }
}
