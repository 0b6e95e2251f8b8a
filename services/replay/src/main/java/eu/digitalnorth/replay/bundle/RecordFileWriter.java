package eu.digitalnorth.replay.bundle;

import eu.digitalnorth.replay.Failure;
import eu.digitalnorth.replay.ReplayException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableFileInput;
import org.apache.avro.generic.GenericDatumWriter;

/** Writes the records of one partition to an Avro object container file, not compressed. */
final class RecordFileWriter implements Closeable {
  /** Bytes of a block: what is lost at most for readers behind a damaged place. */
  private static final int BLOCK = 64 * 1024;

  private static final int SYNC_MARKER = 16;

  private final String path;
  private final FileChannel channel;
  private final DigestingOutput out;
  private final DataFileWriter<Object> writer;
  private final RecordEncoder encoder;
  private final Contents contents;

  private RecordFileWriter(
      String path,
      FileChannel channel,
      DigestingOutput out,
      Contents contents,
      RecordEncoder encoder) {
    this.path = path;
    this.channel = channel;
    this.out = out;
    this.contents = contents;
    this.encoder = encoder;
    this.writer = new DataFileWriter<>(new GenericDatumWriter<>());
    writer.setSyncInterval(BLOCK);
    writer.setFlushOnEveryBlock(false);
  }

  /**
   * The same records give the same file: the blocks' marker is made of its name, not by chance.
   *
   * @param encoder may be that of several files of the same thread
   */
  static RecordFileWriter create(Path bundle, String path, RecordEncoder encoder)
      throws IOException {
    FileChannel channel =
        OwnFiles.create(
            bundle.resolve(path), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    RecordFileWriter created =
        new RecordFileWriter(
            path,
            channel,
            new DigestingOutput(Channels.newOutputStream(channel), Sha256.create(), 0),
            new Contents(),
            encoder);
    byte[] marker = Sha256.create().digest(path.getBytes(StandardCharsets.UTF_8));
    created.writer.create(RecordSchema.V1, created.out, Arrays.copyOf(marker, SYNC_MARKER));
    return created;
  }

  /**
   * Goes on where the file was when this state of it was noted; what came after is cut off.
   *
   * @throws ReplayException if the file does not begin with what had been noted
   */
  static RecordFileWriter resume(Path bundle, RecordFile noted, RecordEncoder encoder)
      throws IOException {
    Path file = bundle.resolve(noted.path());
    MessageDigest digest = Sha256.create();
    try (InputStream in = Files.newInputStream(file)) {
      long length = Sha256.update(digest, in, noted.bytes());
      if (length != noted.bytes() || !Sha256.soFar(digest).equals(noted.sha256())) {
        throw new ReplayException(
            Failure.DIFFERENT,
            "%s is not what had been recorded: this recording cannot be resumed.".formatted(file));
      }
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(noted.bytes());
    channel.position(noted.bytes());
    RecordFileWriter resumed =
        new RecordFileWriter(
            noted.path(),
            channel,
            new DigestingOutput(Channels.newOutputStream(channel), digest, noted.bytes()),
            new Contents(noted),
            encoder);
    try (SeekableFileInput in = new SeekableFileInput(file.toFile())) {
      resumed.writer.appendTo(in, resumed.out);
    }
    return resumed;
  }

  void append(RecordedRecord record) throws IOException {
    if (record.offset() <= contents.lastOffset()) {
      throw new IllegalArgumentException(
          "%s comes after %d".formatted(record.place(), contents.lastOffset()));
    }
    writer.appendEncoded(encoder.encode(record));
    contents.add(record);
  }

  /** What is in the file, after all that was appended has been handed to the system. */
  RecordFile flush() throws IOException {
    writer.flush();
    return contents.file(path, out.length(), out.sha256());
  }

  /** Returns when it is on the disk. */
  void force() throws IOException {
    writer.flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
