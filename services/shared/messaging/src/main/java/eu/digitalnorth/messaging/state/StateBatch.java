package eu.digitalnorth.messaging.state;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.inbox.MessageReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What was polled from compacted topics: states for their handlers, and records that are none. */
final class StateBatch {
  private final Map<StateEndpoint<?>, States<?>> states = new LinkedHashMap<>();
  private final List<Refused> refused = new ArrayList<>();

  void add(StateEndpoint<?> endpoint, MessageReader reader, RawRecord raw)
      throws RejectedRecordException {
    states.computeIfAbsent(endpoint, States::new).add(reader, raw);
  }

  void refuse(StateEndpoint<?> endpoint, RawRecord raw, RejectedRecordException why) {
    refused.add(new Refused(endpoint, raw, why));
  }

  /** Whether there is nothing that a handler could fail on. */
  boolean isEmpty() {
    return states.values().stream().allMatch(s -> s.records.isEmpty());
  }

  List<Refused> refused() {
    return refused;
  }

  void apply(CountryCode reader) {
    states.values().forEach(s -> s.apply(reader));
  }

  /** A record and why it is no state. */
  record Refused(StateEndpoint<?> endpoint, RawRecord raw, RejectedRecordException why) {}

  private static final class States<T extends SpecificRecord> {
    private final StateEndpoint<T> endpoint;
    private final List<StateRecord<T>> records = new ArrayList<>();

    States(StateEndpoint<T> endpoint) {
      this.endpoint = endpoint;
    }

    void add(MessageReader reader, RawRecord raw) throws RejectedRecordException {
      CountryCode owner = CountryCode.of(raw.topic().substring(0, 2));
      records.add(
          raw.value() == null
              ? new StateRecord<>(
                  owner, reader.authenticated(endpoint.topic(), owner, raw).subject(), null)
              : state(owner, reader.read(endpoint.topic(), owner, raw)));
    }

    private static <T extends SpecificRecord> StateRecord<T> state(
        CountryCode owner, Message<T> message) {
      return new StateRecord<>(owner, message.envelope().subject(), message.body());
    }

    void apply(CountryCode reader) {
      if (!records.isEmpty()) {
        endpoint.handler().apply(reader, records);
      }
    }
  }
}
