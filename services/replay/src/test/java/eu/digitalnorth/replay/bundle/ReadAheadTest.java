package eu.digitalnorth.replay.bundle;

import static eu.digitalnorth.replay.fixture.Failing.fails;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.replay.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {
  private static final int MANY = 3_000;

  @TempDir private Path folder;

  @Test
  void itHasTheSameRecordsInTheSameOrder() {
    Path path = Recordings.write(folder.resolve("r"), Recordings.random(1, MANY));

    try (Bundle bundle = Bundle.open(path);
        RecordStream records = bundle.records();
        ReadAhead ahead = new ReadAhead(bundle.records())) {
      assertThat(described(ahead)).hasSize(MANY).isEqualTo(described(records));
    }
  }

  @Test
  void whatCannotBeReadIsToldToWhoeverTakesIt() throws IOException {
    Path path = Recordings.write(folder.resolve("r"), Recordings.random(3, MANY));
    Path file = path.resolve("records/topic.0-0.avro");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0xff);
    Files.write(file, bytes);

    try (Bundle bundle = Bundle.open(path);
        ReadAhead ahead = new ReadAhead(bundle.records())) {
      fails(() -> described(ahead), Failure.STORAGE, "cannot be read");
    }
  }

  private static List<String> described(Iterator<RecordedRecord> records) {
    List<String> described = new ArrayList<>();
    records.forEachRemaining(record -> described.add(Recordings.describe(record)));
    return described;
  }
}
