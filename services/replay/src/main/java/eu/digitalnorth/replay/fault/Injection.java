package eu.digitalnorth.replay.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong with a record, and what became of it. Safe for the thread that writes too. */
public final class Injection {
  private final String place;
  private final List<Map<String, Object>> faults = new ArrayList<>();
  private final List<@Nullable String> became = new ArrayList<>();

  Injection(String place) {
    this.place = place;
  }

  synchronized void add(Effect effect, Map<String, Object> details) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("kind", effect.kind());
    fault.putAll(details);
    faults.add(fault);
  }

  synchronized boolean isEmpty() {
    return faults.isEmpty();
  }

  /** Names of what went wrong, as a header tells them. */
  public synchronized String kinds() {
    return String.join(",", kindsOf());
  }

  synchronized List<String> kindsOf() {
    return faults.stream().map(fault -> String.valueOf(fault.get("kind"))).toList();
  }

  /** So many are to be sent; none if it was dropped. */
  synchronized void expect(int copies) {
    while (became.size() < copies) {
      became.add(null);
    }
  }

  /** How many records went by while it waited for them. */
  synchronized void passedBy(int records) {
    faults.stream()
        .filter(fault -> "reorder".equals(fault.get("kind")))
        .forEach(fault -> fault.merge("passedBy", records, (a, b) -> Math.max((int) a, (int) b)));
  }

  /** The broker has it there: {@code topic-partition@offset}. */
  public synchronized void became(int copy, String where) {
    became.set(copy, where);
  }

  synchronized boolean isSettled() {
    return !became.contains(null);
  }

  /** For a report; what was never sent because somebody broke it off is null. */
  synchronized Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("record", place);
    document.put("faults", List.copyOf(faults));
    document.put("became", new ArrayList<>(became));
    return document;
  }
}
