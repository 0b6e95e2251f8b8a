package eu.digitalnorth.replay.compare;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is not compared as it is: a JSON path (RFC 9535) into the document of a record. */
public final class CompareRule {
  /** What is different in each replay, and means nothing. */
  public static final List<CompareRule> DEFAULTS =
      List.of(
          ignore("$.timestamp"),
          ignore("$.headers.traceparent"),
          ignore("$.headers.tracestate"),
          ignore("$.headers['replay-run']"),
          ignore("$.headers['replay-origin']"),
          ignore("$.headers['replay-link']"),
          ignore("$.headers['replay-fault']"));

  private static final Configuration LENIENT =
      Configuration.builder().options(Option.SUPPRESS_EXCEPTIONS).build();

  private final @Nullable String type;
  private final JsonPath path;
  private final Normaliser normaliser;

  /**
   * @param type name of the record type that it is for; null for all
   * @throws ReplayException if it is no JSON path
   */
  public CompareRule(@Nullable String type, String path, Normaliser normaliser) {
    this.type = type;
    this.normaliser = normaliser;
    try {
      this.path = JsonPath.compile(path);
    } catch (InvalidPathException e) {
      throw new ReplayException(
          Failure.USAGE, "%s is no JSON path%s".formatted(path, reason(e)), e);
    }
  }

  /** What the parser says; where it stumbled over itself, that says nothing to anybody. */
  private static String reason(InvalidPathException e) {
    return e.getCause() == null ? ": " + e.getMessage() : ".";
  }

  /** Whatever stands there, in records of all types, does not count. */
  public static CompareRule ignore(String path) {
    return new CompareRule(null, path, Normaliser.IGNORE);
  }

  /** Changes the document. */
  void apply(Map<String, @Nullable Object> document) {
    if (type != null && !type.equals(Objects.toString(document.get("type")))) {
      return;
    }
    if (normaliser == Normaliser.IGNORE) {
      path.delete(document, LENIENT);
    } else {
      path.map(document, (value, configuration) -> normaliseDeeply(value), LENIENT);
    }
  }

  /** A header's values are a list: the rule means each of them. */
  private @Nullable Object normaliseDeeply(@Nullable Object value) {
    return value instanceof List<?> values
        ? values.stream().map(this::normaliseDeeply).toList()
        : normaliser.apply(value);
  }
}
