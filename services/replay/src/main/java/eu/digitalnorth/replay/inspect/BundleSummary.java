package eu.digitalnorth.replay.inspect;

import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.decode.Decoder;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is in a recording, from one pass through it. */
public final class BundleSummary {
  /** A recording may have millions; so many are counted one by one. */
  public static final int MOST_EXCHANGES = 100_000;

  private static final Pattern OWNER = Pattern.compile("(?:replay\\.)?([a-z]{2})\\..+");
  private static final Pattern SOURCE = Pattern.compile("urn:digital-north:([a-z]{2}):.+");
  private static final Pattern EXCHANGE =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final SortedMap<String, TopicSummary> topics = new TreeMap<>();
  private final SortedSet<String> countries = new TreeSet<>();
  private final Set<String> exchanges = new HashSet<>();

  private BundleSummary() {}

  public static BundleSummary of(Bundle bundle) {
    BundleSummary summary = new BundleSummary();
    Decoder decoder = new Decoder(bundle);
    try (RecordStream records = bundle.records()) {
      records.forEachRemaining(record -> summary.add(record, decoder.typeOf(record)));
    }
    return summary;
  }

  private void add(RecordedRecord record, String type) {
    topics.computeIfAbsent(record.topic(), name -> new TopicSummary()).add(record, type);
    addCountry(OWNER.matcher(record.topic()));
    addCountry(SOURCE.matcher(record.header("ce_source").orElse("")));
    addExchange(record.header("ce_subject").orElse(record.keyText()));
  }

  private void addCountry(Matcher matcher) {
    if (matcher.matches()) {
      countries.add(matcher.group(1).toUpperCase(Locale.ROOT));
    }
  }

  private void addExchange(@Nullable String id) {
    if (id != null && exchanges.size() < MOST_EXCHANGES && EXCHANGE.matcher(id).matches()) {
      exchanges.add(id);
    }
  }

  public SortedMap<String, TopicSummary> topics() {
    return topics;
  }

  /** Owners of topics and senders, in upper case. */
  public SortedSet<String> countries() {
    return countries;
  }

  /** How many there are, or {@link #MOST_EXCHANGES} if there are at least so many. */
  public int exchanges() {
    return exchanges.size();
  }
}
