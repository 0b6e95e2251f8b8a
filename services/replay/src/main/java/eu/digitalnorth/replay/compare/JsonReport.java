package eu.digitalnorth.replay.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A comparison for programs. */
public final class JsonReport {
  private JsonReport() {}

  public static String of(Comparison comparison) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("expected", comparison.expected());
    report.put("actual", comparison.actual());
    report.put("equal", comparison.isEqual());
    report.put("topics", comparison.topics());
    report.put("differences", comparison.differences().stream().map(JsonReport::of).toList());
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report) + '\n';
  }

  private static Map<String, Object> of(Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", difference.kind());
    json.put("topic", difference.group().topic());
    json.put("key", difference.group().key());
    json.put("type", difference.type());
    json.put("places", difference.places());
    List<FieldDifference> fields = difference.fields();
    if (!fields.isEmpty()) {
      json.put("fields", fields);
    }
    return json;
  }
}
