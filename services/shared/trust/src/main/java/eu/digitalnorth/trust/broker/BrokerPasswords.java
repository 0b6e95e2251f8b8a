package eu.digitalnorth.trust.broker;

import eu.digitalnorth.trust.key.MissingKeyException;
import eu.digitalnorth.trust.key.PrivateFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;

/**
 * With what the principals of an installation prove to the broker who they are: {@code
 * <principal>/broker.password}, generated, readable by its owner only. A process needs the files of
 * those principals only that it acts as.
 *
 * @param root the folder of the installation's keys
 */
public record BrokerPasswords(Path root) {
  private static final String FILE = "broker.password";

  /** As much as a guesser has to try: 2^256. */
  private static final int BYTES = 32;

  /** Generates the passwords that are missing; those that are there stay as they are. */
  public void createMissing(Collection<BrokerPrincipal> principals) {
    for (BrokerPrincipal principal : principals) {
      PrivateFiles.createIfAbsent(fileOf(principal), BrokerPasswords::generate);
    }
  }

  /** Puts a new password in the place of the old one; the broker must be told. */
  public void replace(BrokerPrincipal principal) {
    PrivateFiles.replace(fileOf(principal), generate());
  }

  /**
   * @throws MissingKeyException if there is none, or it cannot be read
   */
  public String of(BrokerPrincipal principal) {
    return read(fileOf(principal));
  }

  /**
   * @throws MissingKeyException likewise
   */
  public static String read(Path file) {
    String password = PrivateFiles.read(file).strip();
    if (password.isEmpty()) {
      throw new MissingKeyException("There is no password in " + file);
    }
    return password;
  }

  public Path fileOf(BrokerPrincipal principal) {
    return root.resolve(principal.name()).resolve(FILE);
  }

  private static String generate() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
  }
}
