package eu.digitalnorth.replay.run;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a record's headers when it is replayed. */
public enum HeaderPolicy {
  /** Byte for byte. */
  AS_RECORDED,
  /**
   * Replies and dead letters of the time of the recording are left out; the trace of that time
   * becomes a link, so that a replay does not appear in it; and the record says what it is.
   */
  REPLAYED;

  /** Names the run that wrote the record. */
  public static final String RUN = "replay-run";

  /** Where the record was recorded: {@code topic-partition@offset}. */
  public static final String ORIGIN = "replay-origin";

  /** What went wrong with the record on purpose: {@code duplicate,corrupt}. */
  public static final String FAULT = "replay-fault";

  /** The {@code traceparent} that the record had. */
  public static final String LINK = "replay-link";

  private static final String TRACE = "traceparent";

  /** Spring's and ours; a reply's topic would let a replayed request be answered for real. */
  private static final List<String> DROPPED =
      List.of(
          "kafka_reply", "kafka_correlationid", "kafka_dlt-", "retry_topic-", "dlt-", "tracestate");

  /** What an earlier replay has put there is not said twice. */
  private static final List<String> OWN = List.of(RUN, ORIGIN, LINK, FAULT);

  List<Header> apply(RecordedRecord record, String run) {
    if (this == AS_RECORDED) {
      return record.headers();
    }
    List<Header> headers = new ArrayList<>(record.headers().size() + 2);
    for (Header header : record.headers()) {
      if (header.name().equals(TRACE)) {
        headers.add(new Header(LINK, header.value()));
      } else if (!isDropped(header.name())) {
        headers.add(header);
      }
    }
    headers.add(Header.of(RUN, run));
    headers.add(Header.of(ORIGIN, record.place()));
    return headers;
  }

  /** Asked of each header of each record: without making anything. */
  private static boolean isDropped(String name) {
    for (String prefix : DROPPED) {
      if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        return true;
      }
    }
    for (String own : OWN) {
      if (own.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
