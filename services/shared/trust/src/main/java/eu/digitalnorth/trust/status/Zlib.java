package eu.digitalnorth.trust.status;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** DEFLATE in the ZLIB format (RFC 1950), with an end to what it swells to. */
final class Zlib {
  private static final int CHUNK = 8_192;

  private Zlib() {}

  static byte[] compress(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!deflater.finished()) {
        compressed.write(chunk, 0, deflater.deflate(chunk));
      }
      return compressed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** Empty if it is damaged, has something after its end, or swells to more than that. */
  static Optional<byte[]> decompress(byte[] compressed, int mostBytes) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] chunk = new byte[CHUNK];
      while (!inflater.finished()) {
        int length = inflater.inflate(chunk);
        if (length == 0 && !inflater.finished() || bytes.size() + length > mostBytes) {
          return Optional.empty();
        }
        bytes.write(chunk, 0, length);
      }
      return inflater.getRemaining() == 0 ? Optional.of(bytes.toByteArray()) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
