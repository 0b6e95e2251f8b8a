package eu.digitalnorth.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.bundle.RecordStream;
import eu.digitalnorth.replay.bundle.RecordedRecord;
import eu.digitalnorth.replay.compare.Difference;
import eu.digitalnorth.replay.compare.JsonReport;
import eu.digitalnorth.replay.decode.Decoder;
import eu.digitalnorth.replay.junit.Replay;
import eu.digitalnorth.replay.junit.ReplayTest;
import eu.digitalnorth.replay.sandbox.Replayed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Estonia's evidence service, and what it said in a demonstration; docs/replay.md has more. */
class RecordingIT {
  private static final String DEMO = "recordings/demo.zip";
  private static final String AGREEMENT =
      "  - { requester: \"*\", procedure: T2, evidence: DIPLOMA, level: high }\n";

  @TempDir private Path folder;

  @ReplayTest(value = DEMO, service = Service.EVIDENCE, country = "ee")
  void saysAgainWhatItSaidInTheDemonstration(Replay replay) {
    Replayed replayed = replay.run();

    replayed.assertNothingDiffers();
    assertThat(replayed.notes()).isEmpty();
    assertThat(replayed.requests()).isPositive();
    assertThat(replayed.comparison().topics())
        .filteredOn(topic -> topic.topic().equals("no.evidence.response.v1"))
        .allSatisfy(topic -> assertThat(topic.actual()).isEqualTo(replayed.requests()))
        .hasSize(1);
  }

  @ReplayTest(value = DEMO, service = Service.EVIDENCE, country = "ee")
  void saysOtherwiseToExactlyThoseWhoLoseAnAgreement(Replay replay) throws Exception {
    SortedSet<String> students = exchangesWithADiploma(replay.recording());
    Path profiles = profiles();

    Replayed replayed =
        replay.run(replay.program().replacing(profiles, without(AGREEMENT, profiles)));

    assertThat(students).isNotEmpty();
    assertThat(replayed.differingKeys()).isEqualTo(students);
    assertThat(replayed.comparison().differences())
        .extracting(Difference::kind, Difference::type)
        .containsOnly(tuple("changed", "EvidenceResponse"), tuple("changed", "AuditEvent"));
    assertThat(JsonReport.of(replayed.comparison())).contains("NO_ACCESS_AGREEMENT");
  }

  private static SortedSet<String> exchangesWithADiploma(Path recording) {
    SortedSet<String> exchanges = new TreeSet<>();
    try (Bundle bundle = Bundle.open(recording);
        RecordStream responses =
            bundle.records(p -> p.topic().endsWith(TopicCatalogue.EVIDENCE_RESPONSE.name()))) {
      Decoder decoder = new Decoder(bundle);
      while (responses.hasNext()) {
        RecordedRecord response = responses.next();
        if (response.header("ce_source").orElseThrow().equals("urn:digital-north:ee:evidence")
            && isDiploma(decoder.document(response).get("value"))) {
          exchanges.add('"' + response.keyText() + '"');
        }
      }
    }
    return exchanges;
  }

  private static boolean isDiploma(Object value) {
    return value instanceof Map<?, ?> response
        && response.get("provided") != null
        && "DIPLOMA".equals(String.valueOf(response.get("evidenceType")));
  }

  /** Where the country profiles are that the service has on its class path. */
  private static Path profiles() throws URISyntaxException {
    return Path.of(
        CountryProfiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** All that is there, but for one line of Estonia's profile. */
  private Path without(String line, Path profiles) throws IOException {
    if (Files.isDirectory(profiles)) {
      copy(profiles, folder);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(profiles)) {
        copy(jar.getPath("/"), folder);
      }
    }
    Path estonia = folder.resolve("countries").resolve("ee.yaml");
    String before = Files.readString(estonia);
    assertThat(before).contains(line);
    Files.writeString(estonia, before.replace(line, ""));
    return folder;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
