package eu.digitalnorth.replay.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Whether a file is the one that the manifest means. */
record FileCheck(Storage storage, String file, String sha256) {

  void into(List<Damage> damages) {
    if (!Layout.isContent(file)) {
      damages.add(new Damage(file, "is no file of a recording"));
      return;
    }
    try (InputStream in = storage.open(file)) {
      if (!Sha256.of(in).equals(sha256)) {
        damages.add(new Damage(file, "has another hash than the manifest says"));
      }
    } catch (NoSuchFileException e) {
      damages.add(new Damage(file, "is missing"));
    } catch (IOException e) {
      damages.add(new Damage(file, "cannot be read: " + e.getMessage()));
    }
  }
}
