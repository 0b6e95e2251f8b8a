package eu.digitalnorth.country;

import java.util.List;
import java.util.stream.Collectors;

/** Country profiles cannot be used. Carries every problem of every file, not just the first. */
public final class InvalidCountryProfilesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidCountryProfilesException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n  ", "The country profiles are wrong:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /**
   * One thing that is wrong.
   *
   * @param file the name of the file
   * @param path where in the file, as {@code authorities[2].id}; empty for the whole file
   * @param what is wrong, in words
   */
  public record Problem(String file, String path, String what) {
    @Override
    public String toString() {
      return file + (path.isEmpty() ? "" : " " + path) + ": " + what;
    }
  }
}
