package eu.digitalnorth.replay.letters;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Which dead letters are meant. An empty set leaves all; of several values one suffices.
 *
 * @param ids themselves
 * @param countries whose they are, as {@code ee}
 * @param services which refused them
 * @param origins topics that they came from
 * @param reasons of the refusal
 * @param keys of the records, which are exchanges mostly
 * @param from refused then or later, milliseconds since the epoch
 */
public record LetterFilter(
    Set<LetterId> ids,
    Set<String> countries,
    Set<String> services,
    Set<String> origins,
    Set<String> reasons,
    Set<String> keys,
    long from) {

  public LetterFilter {
    ids = Set.copyOf(ids);
    countries = Set.copyOf(countries);
    services = Set.copyOf(services);
    origins = Set.copyOf(origins);
    reasons = Set.copyOf(reasons);
    keys = Set.copyOf(keys);
  }

  public static LetterFilter all() {
    return new LetterFilter(
        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Long.MIN_VALUE);
  }

  /** These and no others. */
  public static LetterFilter of(LetterId... ids) {
    return new LetterFilter(
        Set.of(ids), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Long.MIN_VALUE);
  }

  boolean wants(LetterTopic topic) {
    return isIn(countries, topic.country().lower())
        && isIn(services, topic.service().id())
        && (ids.isEmpty() || ids.stream().anyMatch(id -> id.topic().equals(topic.name())));
  }

  boolean wants(DeadLetter letter) {
    byte[] key = letter.raw().key();
    return (ids.isEmpty() || ids.contains(letter.id()))
        && isIn(origins, String.valueOf(letter.originTopic()))
        && isIn(reasons, letter.reason())
        && (keys.isEmpty()
            || (key != null && keys.contains(new String(key, StandardCharsets.UTF_8))))
        && letter.raw().timestamp() >= from;
  }

  private static boolean isIn(Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
