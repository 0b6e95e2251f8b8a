package eu.digitalnorth.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("released");

  private final ReleaseSchemas files = new ReleaseSchemas(RELEASED);

  static List<Schema> records() {
    return RecordTypes.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordOfThisBuildIsReleasedAsItsLastVersion(Schema schema) {
    List<ReleasedSchema> versions = ReleasedSchemas.of(schema.getFullName());

    assertThat(versions).as("run schemas/release for a new version").isNotEmpty();
    assertThat(versions.getLast().schema().toString()).isEqualTo(schema.toString());
  }

  @Test
  void versionsAreNumberedFromOneInTheOrderOfTheIndex() {
    for (Schema schema : RecordTypes.all()) {
      List<ReleasedSchema> versions = ReleasedSchemas.of(schema.getFullName());
      for (int i = 0; i < versions.size(); i++) {
        assertThat(versions.get(i).version()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    assertThat(Files.readAllLines(RELEASED.resolve(ReleaseSchemas.INDEX)))
        .containsExactlyElementsOf(files.files());
  }

  @Test
  void noReleasedFileWasChanged() throws IOException {
    assertThat(files.checksums(files.files()))
        .as("a released schema is frozen: undo the change, and release a new version")
        .isEqualTo(files.read(ReleaseSchemas.CHECKSUMS));
  }

  @Test
  void aReleasedSchemaIsFoundByItsHash() {
    Schema schema = RecordTypes.personal().getFirst();

    assertThat(ReleasedSchemas.byHash(SchemaHash.of(schema)).map(Schema::toString))
        .contains(schema.toString());
  }

  @Test
  void whatIsReleasedTwiceIsReleasedOnce(@TempDir Path folder) throws IOException {
    ReleaseSchemas release = new ReleaseSchemas(folder);

    assertThat(release.release()).hasSameSizeAs(RecordTypes.all());
    assertThat(release.release()).isEmpty();
  }

  @Test
  void aChangedRecordBecomesItsNextVersion(@TempDir Path folder) throws IOException {
    ReleaseSchemas release = new ReleaseSchemas(folder);
    release.release();
    Files.writeString(folder.resolve("eid/LoginHint.v1.avsc"), "as it was once");

    assertThat(release.release()).containsExactly("eid/LoginHint.v2.avsc");
  }
}
