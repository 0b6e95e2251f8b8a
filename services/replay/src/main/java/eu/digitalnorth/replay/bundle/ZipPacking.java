package eu.digitalnorth.replay.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a zip of a bundle, with a {@link ZipSeal}. */
public final class ZipPacking {
  /** The same bundle gives the same zip; it is the first time that a zip can name. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ZipPacking() {}

  /** There is no zip until it is whole, and nothing of it where there was no room. */
  public static void pack(Path bundle, Path zip) {
    Path draft = zip.resolveSibling(zip.getFileName() + ".tmp");
    try {
      try {
        write(bundle, draft);
        OwnFiles.move(draft, zip);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw Storage.failure("written", zip, e);
    }
  }

  private static void write(Path bundle, Path draft) throws IOException {
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        OwnFiles.create(
            draft,
            Set.of(
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.READ))) {
      write(new FolderStorage(bundle), channel);
      ZipSeal.set(channel);
      channel.force(true);
    }
  }

  private static void write(Storage bundle, FileChannel channel) throws IOException {
    // Not closed: that would close the channel.
    ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    out.setLevel(Deflater.BEST_SPEED);
    out.setComment(ZipSeal.PLACEHOLDER);
    for (String path : bundle.paths()) {
      ZipEntry entry = new ZipEntry(path);
      entry.setTimeLocal(NO_TIME);
      out.putNextEntry(entry);
      try (InputStream in = bundle.open(path)) {
        in.transferTo(out);
      }
      out.closeEntry();
    }
    out.finish();
    out.flush();
  }
}
