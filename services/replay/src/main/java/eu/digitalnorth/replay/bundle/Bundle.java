package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A finished recording, in a folder or a zip. Safe for many threads. */
public final class Bundle implements AutoCloseable {
  private final Path path;
  private final Storage storage;
  private final Manifest manifest;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Bundle(Path path, Storage storage, Manifest manifest) {
    this.path = path;
    this.storage = storage;
    this.manifest = manifest;
  }

  /**
   * Opens it without looking at the records; {@link #verify} does.
   *
   * @throws ReplayException if there is none, it is not finished, or its manifest was altered
   */
  public static Bundle open(Path path) {
    Storage storage = Storage.open(path);
    try {
      return new Bundle(path, storage, manifest(path, storage));
    } catch (IOException e) {
      close(storage);
      throw Storage.failure("read", path, e);
    } catch (RuntimeException e) {
      close(storage);
      throw e;
    }
  }

  /**
   * Opens it, after every byte of it has been checked.
   *
   * @throws ReplayException likewise, and with the file named if any was altered
   */
  public static Bundle openVerified(Path path) {
    Bundle bundle = open(path);
    List<Damage> damages = bundle.verify();
    if (!damages.isEmpty()) {
      bundle.close();
      throw new ReplayException(
          Failure.DIFFERENT, "%s was altered: %s.".formatted(path, damages.getFirst()));
    }
    return bundle;
  }

  private static Manifest manifest(Path path, Storage storage) throws IOException {
    SortedSet<String> paths = storage.paths();
    if (paths.contains(Layout.PROGRESS)) {
      throw UnfinishedZip.refusal(path);
    }
    if (!paths.contains(Layout.MANIFEST)) {
      throw new ReplayException(
          Failure.NO_BUNDLE, "%s is no recording: it has no %s.".formatted(path, Layout.MANIFEST));
    }
    String json = storage.text(Layout.MANIFEST);
    if (!paths.contains(Layout.MANIFEST_DIGEST)
        || !storage.text(Layout.MANIFEST_DIGEST).equals(ManifestDigest.line(Sha256.of(json)))) {
      throw new ReplayException(
          Failure.DIFFERENT,
          "%s was altered: %s does not have the hash that %s says."
              .formatted(path, Layout.MANIFEST, Layout.MANIFEST_DIGEST));
    }
    return ManifestJson.read(json, path + "/" + Layout.MANIFEST);
  }

  public Path path() {
    return path;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** SHA-256 of the manifest, and so of everything: who notes it elsewhere has a proof. */
  public String digest() {
    try {
      return Sha256.of(storage.text(Layout.MANIFEST));
    } catch (IOException e) {
      throw Storage.failure("read", path, e);
    }
  }

  /** In what its files differ from what was recorded; empty if in nothing. */
  public List<Damage> verify() {
    List<Damage> damages = new ArrayList<>();
    try {
      SortedSet<String> paths = storage.paths();
      // Files are independent, and hashing takes a processor: on as many as there are.
      manifest.files().entrySet().parallelStream()
          .flatMap(file -> new FileCheck(storage, file.getKey(), file.getValue()).damage().stream())
          .forEachOrdered(damages::add);
      named()
          .filter(file -> !manifest.files().containsKey(file))
          .forEach(file -> damages.add(new Damage(file, "has no hash in the manifest")));
      paths.stream()
          .filter(file -> !manifest.files().containsKey(file))
          .filter(file -> !file.equals(Layout.MANIFEST) && !file.equals(Layout.MANIFEST_DIGEST))
          .forEach(file -> damages.add(new Damage(file, "is not in the manifest")));
      storage.damage().ifPresent(damages::add);
    } catch (IOException | UncheckedIOException e) {
      damages.add(new Damage(path.toString(), "cannot be read"));
    }
    return damages;
  }

  /** Files that are read: a manifest of somebody else's may lead anywhere. */
  private Stream<String> named() {
    return Stream.concat(
        manifest.schemas().stream().map(RecordedSchema::path),
        manifest.partitions().stream()
            .map(RecordedPartition::file)
            .filter(Objects::nonNull)
            .map(RecordFile::path));
  }

  /**
   * A schema of the bundle, parsed.
   *
   * @param sha256 as records name it
   */
  public Schema schema(String sha256) {
    return schemas.computeIfAbsent(sha256, this::parse);
  }

  private Schema parse(String sha256) {
    try {
      return new Schema.Parser().parse(storage.text(Layout.schema(sha256)));
    } catch (IOException e) {
      throw Storage.failure("read", path.resolve(Layout.schema(sha256)), e);
    }
  }

  /**
   * An anchor or a key of the bundle.
   *
   * @param key one of {@link Manifest#keys}
   */
  public String key(String key) {
    if (!Layout.isKey(key)) {
      throw new IllegalArgumentException(key + " is no key of a recording");
    }
    try {
      return storage.text(key);
    } catch (IOException e) {
      throw Storage.failure("read", path.resolve(key), e);
    }
  }

  /** All records, in the order of time. */
  public RecordStream records() {
    return records(partition -> true);
  }

  /**
   * The records of some partitions in the order of time; within a partition always in that of
   * offsets, also where timestamps go back.
   */
  public RecordStream records(Predicate<RecordedPartition> wanted) {
    return RecordStream.merge(
        storage, path, manifest.partitions().stream().filter(wanted).toList());
  }

  @Override
  public void close() {
    close(storage);
  }

  private static void close(Storage storage) {
    try {
      storage.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
