package eu.digitalnorth.replay;

/** Is told how far something has come, often; whoever shows it decides when. */
@FunctionalInterface
public interface Watcher {
  /**
   * @param done so many of {@code total}
   * @param total how many there are; negative if there is no end
   * @param records how many were taken of those
   */
  void at(long done, long total, long records);

  static Watcher none() {
    return (done, total, records) -> {};
  }
}
