package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A bundle that is a zip; nothing is unpacked. */
final class ZipStorage implements Storage {
  private final Path file;
  private final ZipFile zip;

  ZipStorage(Path file) throws IOException {
    this.file = file;
    this.zip = new ZipFile(file.toFile());
  }

  @Override
  public SortedSet<String> paths() {
    return zip.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public InputStream open(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new NoSuchFileException(path);
    }
    return zip.getInputStream(entry);
  }

  /** Names and times of entries stand outside their contents; the archive's own digest has them. */
  @Override
  public Optional<Damage> damage() throws IOException {
    long files = zip.stream().filter(entry -> !entry.isDirectory()).count();
    if (files != paths().size()) {
      return Optional.of(new Damage(file.toString(), "has a file twice"));
    }
    return ZipSeal.holds(file)
        ? Optional.empty()
        : Optional.of(new Damage(file.toString(), "is not the archive that was written"));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
