package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.replay.compare.CompareRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a service is run against a recording.
 *
 * @param country in whose name it answers
 * @param keys that it has
 * @param rules what is not compared as it is, besides what no two runs have alike
 * @param exchanges ids of those to compare; empty for all
 * @param redacted whether a redacted recording may be used: the service must verify nothing then
 * @param save becomes a recording of what the service said; null if nobody wants it
 */
public record SandboxSettings(
    CountryCode country,
    SandboxKeys keys,
    List<CompareRule> rules,
    Set<String> exchanges,
    boolean redacted,
    @Nullable Path save) {
  public SandboxSettings {
    rules = List.copyOf(rules);
    exchanges = Set.copyOf(exchanges);
  }

  /** With the recording's keys, and everything compared. */
  public static SandboxSettings of(CountryCode country) {
    return new SandboxSettings(
        country, new SandboxKeys.OfRecording(), List.of(), Set.of(), false, null);
  }
}
