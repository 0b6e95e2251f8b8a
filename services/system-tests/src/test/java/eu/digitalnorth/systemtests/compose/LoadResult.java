package eu.digitalnorth.systemtests.compose;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code exchange load} says when it ends. */
record LoadResult(Map<String, String> values) {
  private static final String LINE = "Load: wanted=";

  LoadResult {
    values = Map.copyOf(values);
  }

  /** Of the last line that has it. */
  static LoadResult in(String output) {
    String line =
        output.lines().filter(one -> one.contains(LINE)).reduce((one, next) -> next).orElseThrow();
    return new LoadResult(
        Stream.of(line.substring(line.indexOf(LINE)).split(" "))
            .filter(word -> word.contains("="))
            .map(word -> List.of(word.split("=", 2)))
            .collect(Collectors.toMap(List::getFirst, List::getLast)));
  }

  /** A count, or milliseconds. */
  long number(String name) {
    return Long.parseLong(values.get(name).replaceFirst("ms$", ""));
  }

  boolean hasIntactLedgers() {
    return "intact".equals(values.get("ledgers"));
  }
}
