package eu.digitalnorth.replay.letters;

/** What has become of a dead letter. */
public enum LetterState {
  /** Nothing yet. */
  WAITING("waiting"),
  /** Nothing yet, and it is one that had been processed again before. */
  CAME_BACK("came back"),
  /** It was sent again to where it came from. */
  REDRIVEN("re-driven"),
  /** It came back, and is kept for a person to look at. */
  PARKED("parked"),
  /** It cannot be sent again: it is state, or does not tell where it came from, or is too long. */
  STUCK("stays");

  private final String words;

  LetterState(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether there is something to be done about it. */
  public boolean isOpen() {
    return this == WAITING || this == CAME_BACK;
  }
}
