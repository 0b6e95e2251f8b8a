package eu.digitalnorth.messaging.observe;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.store.OutboxRecord;
import eu.digitalnorth.messaging.store.SendWatch;
import eu.digitalnorth.messaging.topic.Topic;
import java.time.Instant;
import java.util.List;

/**
 * Hears of what becomes a span of a trace. The trace is the exchange: each message carries it on in
 * its {@code traceparent}, whoever sends it, whether traces are kept or not.
 */
public interface MessageSpans extends SendWatch {
  /** Where nobody keeps traces. */
  MessageSpans NONE =
      new MessageSpans() {
        @Override
        public void processed(
            Topic<?> topic,
            CountryCode country,
            List<RawRecord> records,
            Instant from,
            Instant to) {}

        @Override
        public Runnable sending(List<OutboxRecord> records) {
          return SendWatch.NONE.sending(records);
        }
      };

  /** These were taken up together, and all that followed from them is done. */
  void processed(
      Topic<?> topic, CountryCode country, List<RawRecord> records, Instant from, Instant to);
}
