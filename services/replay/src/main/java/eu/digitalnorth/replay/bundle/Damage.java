package eu.digitalnorth.replay.bundle;

/**
 * One way in which a bundle is not what was recorded.
 *
 * @param file path in the bundle, or the bundle itself
 * @param what for people
 */
public record Damage(String file, String what) {
  @Override
  public String toString() {
    return file + ' ' + what;
  }
}
