package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle into a folder, never holding more than a block per partition in memory. Until
 * {@link #finish}, the folder has no manifest, and so is no bundle; after a crash, {@link #resume}
 * goes on from the last {@link #checkpoint}. One thread, and one process at a time.
 */
public final class BundleWriter implements AutoCloseable {
  private final Path folder;
  private final FileChannel lockFile;
  private final RecordEncoder encoder = new RecordEncoder();
  private final Map<TopicPartition, RecordedPartition> partitions = new LinkedHashMap<>();
  private final Map<TopicPartition, RecordFileWriter> writers = new HashMap<>();
  private final Map<String, RecordedSchema> schemas = new TreeMap<>();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Map<String, String> keys = new TreeMap<>();
  private Manifest manifest;

  private BundleWriter(Path folder, FileChannel lockFile, Manifest manifest) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.manifest = manifest;
    manifest.schemas().forEach(schema -> schemas.put(schema.sha256(), schema));
    for (RecordedPartition partition : manifest.partitions()) {
      TopicPartition id = new TopicPartition(partition.topic(), partition.partition());
      partitions.put(id, partition);
      positions.put(id, partition.nextOffset());
    }
  }

  /**
   * Begins a bundle.
   *
   * @param folder must not exist, or be empty
   * @param plan from where to where each partition is to be recorded
   */
  public static BundleWriter create(Path folder, Manifest plan) {
    return attempt(
        folder,
        () -> {
          OwnFiles.createFolders(folder);
          if (!listed(folder).isEmpty()) {
            throw new ReplayException(
                Failure.STORAGE,
                "%s has something in it: choose another name, or --resume what is unfinished."
                    .formatted(folder));
          }
          BundleWriter writer = new BundleWriter(folder, lock(folder), plan);
          Files.createDirectory(folder.resolve("records"));
          Files.createDirectory(folder.resolve("schemas"));
          writer.checkpoint();
          return writer;
        });
  }

  /**
   * Goes on with a bundle that was not finished, from its last checkpoint.
   *
   * @throws ReplayException if there is none, or its files are not what was written
   */
  public static BundleWriter resume(Path folder) {
    Path progress = folder.resolve(Layout.PROGRESS);
    return attempt(
        folder,
        () -> {
          if (!Files.exists(progress)) {
            throw new ReplayException(
                Failure.NO_BUNDLE, "There is no unfinished recording in %s.".formatted(folder));
          }
          FileChannel lock = lock(folder);
          try {
            Manifest noted = ManifestJson.read(Files.readString(progress), progress.toString());
            BundleWriter writer = new BundleWriter(folder, lock, noted);
            writer.reopen();
            return writer;
          } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
          }
        });
  }

  private void reopen() throws IOException {
    Files.deleteIfExists(folder.resolve(Layout.MANIFEST));
    Files.deleteIfExists(folder.resolve(Layout.MANIFEST_DIGEST));
    for (Map.Entry<TopicPartition, RecordedPartition> entry : partitions.entrySet()) {
      RecordFile file = entry.getValue().file();
      if (file != null) {
        writers.put(entry.getKey(), RecordFileWriter.resume(folder, file, encoder));
      }
    }
    for (String path : new FolderStorage(folder).paths()) {
      if (Layout.isKey(path)) {
        keys.put(path, Sha256.of(Files.readString(folder.resolve(path))));
      }
    }
    deleteWhatWasNotNoted();
  }

  /** Files that were begun after the last checkpoint: what was in them is read again. */
  private void deleteWhatWasNotNoted() throws IOException {
    for (Path file : listed(folder.resolve("records"))) {
      String path = "records/" + file.getFileName();
      if (partitions.values().stream()
          .noneMatch(p -> p.file() != null && p.file().path().equals(path))) {
        Files.delete(file);
      }
    }
    for (Path file : listed(folder.resolve("schemas"))) {
      if (schemas.values().stream()
          .noneMatch(s -> s.path().equals("schemas/" + file.getFileName()))) {
        Files.delete(file);
      }
    }
  }

  /** What has been noted at the last checkpoint. */
  public Manifest manifest() {
    return manifest;
  }

  /** The offset at which to go on. */
  public long position(TopicPartition partition) {
    Long position = positions.get(partition);
    if (position == null) {
      throw new IllegalArgumentException(partition + " is not part of the recording");
    }
    return position;
  }

  /**
   * Adds a schema before the first record that follows it, or what has become known of it.
   *
   * @param text of which the schema's {@code sha256} is the hash
   */
  public void add(RecordedSchema schema, String text) {
    if (!Sha256.of(text).equals(schema.sha256())) {
      throw new IllegalArgumentException("The text of " + schema.name() + " has another hash");
    }
    Path file = folder.resolve(schema.path());
    storing(
        file,
        () -> {
          if (!schemas.containsKey(schema.sha256())) {
            OwnFiles.replace(file, text);
          }
        });
    schemas.put(schema.sha256(), schema);
  }

  /** Appends a record of a planned partition; offsets must rise. */
  public void append(RecordedRecord record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    position(partition);
    try {
      RecordFileWriter writer = writers.get(partition);
      if (writer == null) {
        writer = RecordFileWriter.create(folder, path(record), encoder);
        writers.put(partition, writer);
      }
      writer.append(record);
    } catch (IOException e) {
      throw Storage.failure("written", folder.resolve(path(record)), e);
    }
    positions.put(partition, record.offset() + 1);
  }

  /**
   * Keeps an anchor or a key, in a file that only its owner reads.
   *
   * @param path {@code anchors/ee.jwk}, or {@code private-keys/...} as in an installation's folder
   */
  public void keep(String path, String text) {
    if (!Layout.isKey(path)) {
      throw new IllegalArgumentException(path + " is no key of a recording");
    }
    Path file = folder.resolve(path);
    storing(
        file,
        () -> {
          OwnFiles.createFolders(folder.resolve(path).resolveSibling(""));
          OwnFiles.replace(file, text);
        });
    keys.put(path, Sha256.of(text));
  }

  private static String path(RecordedRecord record) {
    return Layout.records(record.topic(), record.partition());
  }

  /** Notes that everything before this offset has been looked at. */
  public void advance(TopicPartition partition, long nextOffset) {
    positions.put(partition, Math.max(position(partition), nextOffset));
  }

  /** From here on a recording whose process is killed can be resumed. */
  public void checkpoint() {
    storing(
        folder,
        () -> {
          for (Map.Entry<TopicPartition, RecordedPartition> entry : partitions.entrySet()) {
            entry.setValue(entry.getValue().at(position(entry.getKey()), flushed(entry.getKey())));
          }
          manifest =
              manifest.with(List.copyOf(partitions.values()), new ArrayList<>(schemas.values()));
          OwnFiles.replaceWithoutWaiting(
              folder.resolve(Layout.PROGRESS), ManifestJson.write(manifest));
        });
  }

  private @Nullable RecordFile flushed(TopicPartition partition) throws IOException {
    RecordFileWriter writer = writers.get(partition);
    return writer == null ? null : writer.flush();
  }

  /** Writes the manifest: only now it is a bundle. */
  public Manifest finish(Instant now) {
    checkpoint();
    storing(
        folder,
        () -> {
          for (RecordFileWriter writer : writers.values()) {
            writer.force();
          }
          manifest = manifest.finished(now, digests());
          String json = ManifestJson.write(manifest);
          OwnFiles.replace(
              folder.resolve(Layout.MANIFEST_DIGEST), ManifestDigest.line(Sha256.of(json)));
          OwnFiles.replace(folder.resolve(Layout.MANIFEST), json);
          lockFile.close();
          Files.deleteIfExists(folder.resolve(Layout.LOCK));
          Files.deleteIfExists(folder.resolve(Layout.PROGRESS));
        });
    return manifest;
  }

  private SortedMap<String, String> digests() {
    SortedMap<String, String> digests = new TreeMap<>(keys);
    schemas.values().forEach(schema -> digests.put(schema.path(), schema.sha256()));
    for (RecordedPartition partition : partitions.values()) {
      RecordFile file = partition.file();
      if (file != null) {
        digests.put(file.path(), file.sha256());
      }
    }
    return digests;
  }

  /** Without {@link #finish}, what was appended since the last checkpoint is lost. */
  @Override
  public void close() {
    storing(
        folder,
        () -> {
          for (RecordFileWriter writer : writers.values()) {
            writer.close();
          }
          lockFile.close();
        });
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        OwnFiles.create(
            folder.resolve(Layout.LOCK),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held in this process: the same answer.
    }
    channel.close();
    throw new ReplayException(Failure.STORAGE, "Somebody is recording into %s.".formatted(folder));
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void storing(Path file, Storing action) {
    attempt(
        file,
        () -> {
          action.run();
          return file;
        });
  }

  private static <T> T attempt(Path file, Attempt<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw Storage.failure("written", file, e);
    }
  }

  private interface Storing {
    void run() throws IOException;
  }

  private interface Attempt<T> {
    T run() throws IOException;
  }
}
