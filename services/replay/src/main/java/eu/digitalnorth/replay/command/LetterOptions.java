package eu.digitalnorth.replay.command;

import eu.digitalnorth.replay.capture.Position;
import eu.digitalnorth.replay.letters.LetterFilter;
import eu.digitalnorth.replay.letters.LetterId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters. */
final class LetterOptions {
  @Option(
      names = "--country",
      paramLabel = "CODE",
      split = ",",
      description = "Only of this country's services; this and the next may be repeated.")
  private List<String> countries = new ArrayList<>();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      split = ",",
      description = "Only those that this service refused: evidence.")
  private List<String> services = new ArrayList<>();

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      split = ",",
      description = "Only those that came from this topic: ee.evidence.request.v1.")
  private List<String> topics = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      split = ",",
      description = "Only those refused for this reason: PROCESSING_FAILED.")
  private List<String> reasons = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "TEXT",
      description = "Only records with this key, which is the exchange's id mostly.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only those refused since a timestamp, or so long ago: 2h.")
  private @Nullable String from;

  /**
   * @param ids those that are named
   * @throws IllegalArgumentException if a time or a name cannot be read
   */
  LetterFilter filter(Collection<String> ids) {
    return new LetterFilter(
        ids.stream().map(LetterId::parse).collect(Collectors.toSet()),
        countries.stream().map(c -> c.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        new HashSet<>(services),
        new HashSet<>(topics),
        new HashSet<>(reasons),
        new HashSet<>(keys),
        from == null
            ? Long.MIN_VALUE
            : Position.instant(from, Clock.systemUTC().instant()).toEpochMilli());
  }

  /** Whether anything narrows it down. */
  boolean isAny() {
    return from != null
        || !(countries.isEmpty()
            && services.isEmpty()
            && topics.isEmpty()
            && reasons.isEmpty()
            && keys.isEmpty());
  }
}
