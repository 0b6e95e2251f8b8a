package eu.digitalnorth.replay.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which records. */
final class FilterOptions {
  @Option(
      names = "--exchange",
      paramLabel = "ID",
      description = "Records of this exchange, whatever their topic; may be repeated.")
  List<String> exchanges = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "TEXT",
      description = "Records with this key; may be repeated.")
  List<String> keys = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "NAME",
      split = ",",
      description = "Records of this Avro type, for example EvidenceRequest; may be repeated.")
  List<String> types = new ArrayList<>();

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description = "Records with this header; if repeated, all must be there.")
  Map<String, String> headers = new LinkedHashMap<>();

  /** Whether anything narrows it down. */
  boolean isAny() {
    return !(exchanges.isEmpty() && keys.isEmpty() && types.isEmpty() && headers.isEmpty());
  }
}
