package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The archive's comment is the SHA-256 of all bytes before it, so that also what stands between the
 * files, as names and times, cannot change unnoticed.
 */
final class ZipSeal {
  private static final String PREFIX = "sha256=";

  /** As long as the seal. */
  static final String PLACEHOLDER = PREFIX + "0".repeat(64);

  private static final int LENGTH = PLACEHOLDER.length();

  /** Of the "end of central directory record"; its last two bytes are the comment's length. */
  private static final int END_LENGTH = 22;

  private static final int END_SIGNATURE = 0x06054b50;

  private ZipSeal() {}

  /** Replaces the placeholder. */
  static void set(FileChannel zip) throws IOException {
    zip.write(ByteBuffer.wrap(due(zip).getBytes(StandardCharsets.US_ASCII)), zip.size() - LENGTH);
  }

  /** Whether it is right; a zip without any comment was packed by others, and needs none. */
  static boolean holds(Path file) throws IOException {
    try (FileChannel zip = FileChannel.open(file)) {
      if (endsWithComment(zip, LENGTH)) {
        ByteBuffer comment = read(zip, zip.size() - LENGTH, LENGTH);
        return due(zip).equals(new String(comment.array(), StandardCharsets.ISO_8859_1));
      }
      return endsWithComment(zip, 0);
    }
  }

  private static boolean endsWithComment(FileChannel zip, int length) throws IOException {
    long position = zip.size() - length - END_LENGTH;
    if (position < 0) {
      return false;
    }
    ByteBuffer end = read(zip, position, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    return end.getInt(0) == END_SIGNATURE && end.getShort(END_LENGTH - Short.BYTES) == length;
  }

  private static ByteBuffer read(FileChannel zip, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    zip.position(position);
    Channels.newInputStream(zip).readNBytes(bytes.array(), 0, length);
    return bytes;
  }

  private static String due(FileChannel zip) throws IOException {
    MessageDigest digest = Sha256.create();
    zip.position(0);
    Sha256.update(digest, Channels.newInputStream(zip), zip.size() - LENGTH);
    return PREFIX + Sha256.soFar(digest);
  }
}
