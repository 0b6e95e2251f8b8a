package eu.digitalnorth.trust.key;

import eu.digitalnorth.trust.crypto.CryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys in a file, as they are now: whether another process replaced the file is looked up at
 * most once a second, so that a rotation is noticed without a restart and costs nothing.
 */
final class WatchedKeyFile {
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final KeyFile file;
  private final CryptoProvider provider;
  private volatile @Nullable Seen seen;

  WatchedKeyFile(KeyFile file, CryptoProvider provider) {
    this.file = file;
    this.provider = provider;
  }

  List<HeldKey> keys() {
    Seen last = seen;
    return last != null && System.nanoTime() - last.lookedAt < LOOK_EVERY_NANOS
        ? last.keys
        : look();
  }

  private synchronized List<HeldKey> look() {
    long now = System.nanoTime();
    Stamp stamp = stamp();
    Seen last = seen;
    List<HeldKey> keys = last != null && last.stamp.equals(stamp) ? last.keys : file.read(provider);
    seen = new Seen(now, stamp, keys);
    return keys;
  }

  private Stamp stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return new Stamp(now.fileKey(), now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      throw new MissingKeyException(
          "Cannot read " + file.path() + ": generate the keys first (./exchange up does)", e);
    }
  }

  private record Stamp(@Nullable Object fileKey, FileTime modifiedAt, long size) {}

  private record Seen(long lookedAt, Stamp stamp, List<HeldKey> keys) {}
}
