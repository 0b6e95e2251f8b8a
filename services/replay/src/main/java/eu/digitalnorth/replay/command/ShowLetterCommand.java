package eu.digitalnorth.replay.command;

import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.replay.bundle.Framing;
import eu.digitalnorth.replay.bundle.Payload;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.cluster.Connection;
import eu.digitalnorth.replay.cluster.Registry;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.letters.DeadLetter;
import eu.digitalnorth.replay.letters.LetterState;
import eu.digitalnorth.replay.letters.Letters;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.Schema;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code exchange dead-letters show}. */
@Command(
    name = "show",
    description =
        "Shows a dead letter: why it was refused, where it came from, and what it says. Personal"
            + " parts stay encrypted. Reads as the broker's tester.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  exchange dead-letters show ee.dlt.evidence.ee.evidence.request.v1-0@7"
    })
final class ShowLetterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LETTER", description = "As \"list\" names it.")
  private String id;

  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    Output output = Output.of(spec);
    Connection cluster = connection.connect("tester");
    try (Letters letters =
        new Letters(cluster, LetterLines.filter(new LetterOptions(), List.of(id), spec))) {
      letters.forEach(
          (letter, state) -> {
            show(letter, state, cluster.registry(), output);
            return true;
          });
    }
    return 0;
  }

  private static void show(
      DeadLetter letter, LetterState state, @Nullable String registry, Output output) {
    output.say("Letter     %s, %s", letter.id(), state.words());
    output.say("Refused    %s", Instant.ofEpochMilli(letter.raw().timestamp()));
    output.say(
        "By         %s of %s", letter.topic().service().id(), letter.topic().country().value());
    output.say(
        "Reason     %s: %s",
        LetterLines.harmless(letter.reason()), LetterLines.harmless(letter.explanation()));
    output.say(
        "Came from  %s-%s@%s",
        LetterLines.harmless(String.valueOf(letter.originTopic())),
        letter.originPartition().isPresent() ? letter.originPartition().getAsInt() : "?",
        letter.originOffset().isPresent() ? letter.originOffset().getAsLong() : "?");
    output.say("Attempts   %d since it was first refused", letter.attempts());
    output.say("");
    output.say("%s", document(letter.raw(), registry));
  }

  private static String document(RawRecord raw, @Nullable String registry) {
    Optional<Schema> schema = schema(raw.value(), registry);
    RecordedRecord record =
        new RecordedRecord(
            raw.topic(),
            raw.partition(),
            raw.offset(),
            raw.timestamp(),
            TimestampType.CREATE_TIME,
            Payload.raw(raw.key()),
            schema.isEmpty()
                ? Payload.raw(raw.value())
                : new Payload(raw.value(), Framing.PREFIX_V0, "its own"),
            raw.headers());
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(new Decoder(name -> schema.orElseThrow()).document(record));
  }

  /** What the registry knows of its id; a record may have been refused because it knows nothing. */
  private static Optional<Schema> schema(byte @Nullable [] value, @Nullable String registry) {
    if (registry == null || value == null || value.length < Payload.PREFIX_BYTES || value[0] != 0) {
      return Optional.empty();
    }
    return Registry.at(registry)
        .schema(ByteBuffer.wrap(value).getInt(1))
        .map(parsed -> parsed.rawSchema() instanceof Schema avro ? avro : null);
  }
}
