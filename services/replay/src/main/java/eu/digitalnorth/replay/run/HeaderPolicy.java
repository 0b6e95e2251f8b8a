package eu.digitalnorth.replay.run;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  List<Header> apply(RecordedRecord record, String run) {
    if (this == AS_RECORDED) {
      return record.headers();
    }
    List<Header> headers = new ArrayList<>();
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

  /** What an earlier replay has put there is not said twice. */
  private static boolean isDropped(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(RUN)
        || lower.equals(ORIGIN)
        || lower.equals(LINK)
        || lower.equals(FAULT)
        || DROPPED.stream().anyMatch(lower::startsWith);
  }
}
