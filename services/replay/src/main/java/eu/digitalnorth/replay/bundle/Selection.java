package eu.digitalnorth.replay.bundle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked to be recorded, as asked. Empty lists and maps do not restrict.
 *
 * @param topics names
 * @param topicPattern regular expression that names match
 * @param from where to begin, in the words of {@code --from}
 * @param to where to end; null if the recording was live
 * @param keys record keys, as text
 * @param headers values that headers must have, by name
 * @param types names of record types, simple or full
 * @param exchanges ids of exchanges
 * @param isolation {@code read_committed} or {@code read_uncommitted}
 */
public record Selection(
    List<String> topics,
    @Nullable String topicPattern,
    String from,
    @Nullable String to,
    List<String> keys,
    Map<String, String> headers,
    List<String> types,
    List<String> exchanges,
    String isolation) {

  public static final String READ_COMMITTED = "read_committed";

  public Selection {
    topics = List.copyOf(topics);
    keys = List.copyOf(keys);
    headers = Map.copyOf(headers);
    types = List.copyOf(types);
    exchanges = List.copyOf(exchanges);
  }

  /** Everything on these topics. */
  public static Selection of(String... topics) {
    return new Selection(
        List.of(topics),
        null,
        "beginning",
        "end",
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        READ_COMMITTED);
  }
}
