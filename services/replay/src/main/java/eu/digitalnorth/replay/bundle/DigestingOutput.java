package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and digests what goes through. */
final class DigestingOutput extends OutputStream {
  private final OutputStream out;
  private final MessageDigest digest;
  private long length;

  /**
   * @param digest has taken in what was there before
   * @param length of what was there before
   */
  DigestingOutput(OutputStream out, MessageDigest digest, long length) {
    this.out = out;
    this.digest = digest;
    this.length = length;
  }

  long length() {
    return length;
  }

  String sha256() {
    return Sha256.soFar(digest);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    digest.update(bytes, offset, count);
    length += count;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
