package eu.digitalnorth.replay.redact;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is replaced by pseudonyms as it is recorded.
 *
 * @param keys whether record keys are
 * @param headers names of headers that are
 * @param fields paths of fields as {@code requester.id}, by the name of the record type; a path
 *     that ends with a question mark may be missing from a version of the type
 */
public record RedactionPolicy(
    boolean keys, List<String> headers, Map<String, List<String>> fields) {

  public RedactionPolicy(
      boolean keys, @Nullable List<String> headers, @Nullable Map<String, List<String>> fields) {
    this.keys = keys;
    this.headers = List.copyOf(Objects.requireNonNullElse(headers, List.of()));
    this.fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
  }

  /**
   * @param file of JSON, with these names
   * @throws ReplayException if it cannot be read
   */
  public static RedactionPolicy read(Path file) {
    try {
      return JsonMapper.shared().readValue(Files.readString(file), RedactionPolicy.class);
    } catch (IOException e) {
      throw new ReplayException(Failure.USAGE, "%s cannot be read.".formatted(file), e);
    } catch (JacksonException e) {
      throw new ReplayException(
          Failure.USAGE,
          "The policy %s cannot be read: %s".formatted(file, e.getOriginalMessage()),
          e);
    }
  }
}
