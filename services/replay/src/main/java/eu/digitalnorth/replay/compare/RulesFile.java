package eu.digitalnorth.replay.compare;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules that are kept in a file: a JSON array of {@code {"path": "$.value.issuedAt", "as": "time",
 * "type": "EvidenceRequest"}}; without {@code type} for all record types, without {@code as}
 * ignored.
 */
public final class RulesFile {
  private RulesFile() {}

  /**
   * @throws ReplayException if it cannot be read, or a rule cannot be meant
   */
  public static List<CompareRule> read(Path file) {
    try {
      List<CompareRule> rules = new ArrayList<>();
      for (Entry entry :
          JsonMapper.shared().readValue(file.toFile(), new TypeReference<List<Entry>>() {})) {
        rules.add(new CompareRule(entry.type, entry.path, normaliser(entry, file)));
      }
      return rules;
    } catch (JacksonException e) {
      throw new ReplayException(
          Failure.USAGE,
          "The rules in %s cannot be read: %s".formatted(file, e.getOriginalMessage()),
          e);
    }
  }

  private static Normaliser normaliser(Entry entry, Path file) {
    String kind = entry.as;
    return kind == null
        ? Normaliser.IGNORE
        : Normaliser.find(kind)
            .orElseThrow(
                () ->
                    new ReplayException(
                        Failure.USAGE, "There is no kind \"%s\": %s".formatted(kind, file)));
  }

  private record Entry(String path, @Nullable String as, @Nullable String type) {}
}
