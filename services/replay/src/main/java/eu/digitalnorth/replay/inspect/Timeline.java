package eu.digitalnorth.replay.inspect;

import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.decode.Decoder;
import java.util.Locale;

/** Tells an exchange as a conversation: who sent what to which topic, and when after the first. */
public final class Timeline {
  private static final String SOURCE = "urn:digital-north:";

  private final Decoder decoder;
  private long begun = Long.MIN_VALUE;

  public Timeline(Decoder decoder) {
    this.decoder = decoder;
  }

  /** One line; records must come in the order of time. */
  public String line(RecordedRecord record) {
    if (begun == Long.MIN_VALUE) {
      begun = record.timestamp();
    }
    return String.format(
        Locale.ROOT,
        "%+9.3f s  %-16s → %-38s %-20s %s",
        (record.timestamp() - begun) / 1e3,
        sender(record),
        record.topic(),
        decoder.typeOf(record),
        reason(record));
  }

  private static String sender(RecordedRecord record) {
    return record
        .header("ce_source")
        .map(source -> source.replace(SOURCE, "").replace(':', ' '))
        .orElse("?");
  }

  /** A dead letter says why it is one. */
  private static String reason(RecordedRecord record) {
    return record.header("dlt-reason").map(reason -> "refused: " + reason).orElse(record.place());
  }
}
