package eu.digitalnorth.replay.run;

/**
 * In which form records are written.
 *
 * @param headers what becomes of headers
 * @param keepsPartition each record in the partition that it was in; else the key decides
 * @param keepsTimestamp each record with its timestamp; else with the time of its replaying
 */
public record RecordForm(HeaderPolicy headers, boolean keepsPartition, boolean keepsTimestamp) {

  /** In the recorded partition and with the recorded timestamp. */
  public static RecordForm recorded(HeaderPolicy headers) {
    return new RecordForm(headers, true, true);
  }

  RecordForm withTimeOfReplaying() {
    return new RecordForm(headers, keepsPartition, false);
  }
}
