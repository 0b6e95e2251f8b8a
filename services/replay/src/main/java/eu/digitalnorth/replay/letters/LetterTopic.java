package eu.digitalnorth.replay.letters;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.Topic;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a service puts what it refuses, as the catalogue has it.
 *
 * @param origin where its letters came from, and go back to; null if that is state: an old value
 *     would replace the one that holds, so its owner has to publish it anew
 */
public record LetterTopic(
    String name, CountryCode country, Service service, @Nullable String origin) {
  private static final Pattern FORM = Pattern.compile("[a-z]{2}\\.dlt\\..+");

  /** Empty if it is none. */
  public static Optional<LetterTopic> of(String name) {
    if (!FORM.matcher(name).matches()) {
      return Optional.empty();
    }
    CountryCode country = CountryCode.of(name.substring(0, 2));
    for (Topic<?> topic : TopicCatalogue.all()) {
      for (Service reader : topic.readers()) {
        if (TopicCatalogue.deadLetters(country, reader, topic).equals(name)) {
          String origin = topic.compacted() ? null : topic.nameFor(country);
          return Optional.of(new LetterTopic(name, country, reader, origin));
        }
      }
    }
    return Optional.empty();
  }

  /** Where letters go that were refused again. */
  String parked() {
    return TopicCatalogue.parkedLetters(country);
  }
}
