package eu.digitalnorth.trust;

import eu.digitalnorth.country.CountryCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;

/**
 * The secret keys of an installation: one folder per country, each file readable by its owner only.
 * They are generated, never committed and never sent anywhere.
 */
public final class KeyDirectory {
  private static final String PSEUDONYM_KEY = "pseudonym.key";
  private static final int PSEUDONYM_KEY_BYTES = 32;

  private final Path root;

  public KeyDirectory(Path root) {
    this.root = root;
  }

  /** Generates whatever keys these countries lack; keys that are there stay as they are. */
  public void createMissing(Collection<CountryCode> countries) {
    for (CountryCode country : countries) {
      create(pseudonymKey(country));
    }
  }

  /**
   * @throws MissingKeyException if the country's pseudonym key is absent or no key
   */
  public Pseudonyms pseudonyms(CountryCode country) {
    Path file = pseudonymKey(country);
    try {
      return new Pseudonyms(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new MissingKeyException(
          "Cannot read " + file + ": generate the keys first (./exchange up does)", e);
    } catch (IllegalArgumentException e) {
      throw new MissingKeyException(file + " is no pseudonym key", e);
    }
  }

  private Path pseudonymKey(CountryCode country) {
    return root.resolve(country.lower()).resolve(PSEUDONYM_KEY);
  }

  private static void create(Path file) {
    try {
      if (Files.exists(file)) {
        return;
      }
      Files.createDirectories(file.getParent());
      byte[] key = new byte[PSEUDONYM_KEY_BYTES];
      new SecureRandom().nextBytes(key);
      writePrivately(file, Base64.getEncoder().encodeToString(key) + "\n");
    } catch (IOException e) {
      throw new MissingKeyException("Cannot create " + file, e);
    }
  }

  /** Whole or not at all: a reader never sees half a key, and the first of two writers wins. */
  private static void writePrivately(Path file, String text) throws IOException {
    Path draft = Files.createTempFile(file.getParent(), "key", ".tmp");
    try {
      if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(draft, text, StandardOpenOption.TRUNCATE_EXISTING);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was first, and its key counts.
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
