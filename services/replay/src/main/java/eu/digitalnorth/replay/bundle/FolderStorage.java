package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bundle that is a folder. */
record FolderStorage(Path folder) implements Storage {

  @Override
  public SortedSet<String> paths() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(path));
  }

  @Override
  public Optional<Damage> damage() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
