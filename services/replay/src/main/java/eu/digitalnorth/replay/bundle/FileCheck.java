package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Whether a file is the one that the manifest means. */
record FileCheck(Storage storage, String file, String sha256) {

  Optional<Damage> damage() {
    if (!Layout.isContent(file)) {
      return Optional.of(new Damage(file, "is no file of a recording"));
    }
    try (InputStream in = storage.open(file)) {
      return Sha256.of(in).equals(sha256)
          ? Optional.empty()
          : Optional.of(new Damage(file, "has another hash than the manifest says"));
    } catch (NoSuchFileException e) {
      return Optional.of(new Damage(file, "is missing"));
    } catch (IOException e) {
      return Optional.of(new Damage(file, "cannot be read: " + e.getMessage()));
    }
  }
}
