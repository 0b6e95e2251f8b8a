package eu.digitalnorth.local.command;

import eu.digitalnorth.local.demo.Narrator;
import eu.digitalnorth.local.demo.Scenario;
import eu.digitalnorth.local.demo.ScenarioResult;
import eu.digitalnorth.local.wire.Hop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the demonstration to people: two lines for each hop, what it is about and what it was. */
final class Screen implements Narrator {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final String INDENT = " ".repeat(24);

  private final Console console;
  private final BooleanSupplier brokenOff;
  private final Map<String, Integer> audited = new TreeMap<>();
  private @Nullable Instant previous;
  private OptionalDouble firstCompleted = OptionalDouble.empty();

  /**
   * @param brokenOff whether the audience wants no more: how a scenario ends then tells nothing
   */
  Screen(Console console, BooleanSupplier brokenOff) {
    this.console = console;
    this.brokenOff = brokenOff;
  }

  /** Seconds from the command to the first exchange that was completed. */
  synchronized OptionalDouble firstCompleted() {
    return firstCompleted;
  }

  @Override
  public synchronized void begins(Scenario scenario) {
    previous = null;
    audited.clear();
    console.say("");
    console.print("@|bold %s|@".formatted(scenario.title()), "  (" + scenario.route() + ")");
    console.say(scenario.story());
  }

  @Override
  public synchronized void hop(Hop hop) {
    if (hop.isAudit()) {
      audited.merge(hop.owner(), 1, Integer::sum);
      return;
    }
    console.print(
        "  %s %s  @|bold %-39s|@"
            .formatted(TIME.format(hop.at()), latency(hop.at()), hop.from() + " → " + hop.to()),
        " " + hop.summary());
    console.print("@|faint %s|@".formatted(INDENT + "  " + wire(hop)), "");
    previous = hop.at();
  }

  private static String wire(Hop hop) {
    return "%-39s %-20s key %-8s schema %s"
        .formatted(
            hop.topic(),
            hop.recordType(),
            hop.shortKey(),
            hop.schemaId() < 0 ? "-" : Integer.toString(hop.schemaId()));
  }

  /** Since the hop before; the first of a scenario has none. */
  private String latency(Instant at) {
    Instant before = previous;
    return before == null
        ? " ".repeat(9)
        : String.format(Locale.ROOT, "%+6d ms", Duration.between(before, at).toMillis());
  }

  @Override
  public synchronized void note(String text) {
    console.print("  @|faint %s|@ ".formatted(TIME.format(Instant.now())), " ".repeat(11) + text);
  }

  @Override
  public synchronized void ends(ScenarioResult result) {
    if (brokenOff.getAsBoolean()) {
      return;
    }
    if (result.isCompleted() && firstCompleted.isEmpty()) {
      firstCompleted = OptionalDouble.of(console.elapsed());
    }
    String verdict = result.asExpected() ? "@|green,bold ✔|@ " : "@|red,bold ✘|@ ";
    String expectation =
        result.asExpected() ? "as expected" : "but expected " + result.scenario().expected();
    console.print(
        "  " + verdict,
        "%s in %d ms, %s%s".formatted(result.actual(), result.millis(), expectation, ledgers()));
  }

  private String ledgers() {
    return audited.isEmpty()
        ? ""
        : audited.entrySet().stream()
            .map(entry -> entry.getKey() + " +" + entry.getValue())
            .collect(Collectors.joining(", ", "; ledger entries: ", ""));
  }
}
