package eu.digitalnorth.servers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what the broker knows those who may do everything; all others are set up through it, by the
 * administrator. Nobody comes in without a password, on no listener.
 *
 * @param brokerPassword of the principal {@code broker}: brokers and controllers among themselves
 * @param adminPassword of the principal {@code admin}, who sets up topics, principals and rules
 * @param testerPassword of the principal {@code tester}, who may do nothing until a rule allows it
 * @param certificate encrypts every listener; without it nothing is encrypted, as befits loopback
 */
public record KafkaSecurity(
    String brokerPassword,
    String adminPassword,
    String testerPassword,
    @Nullable KafkaCertificate certificate) {

  /** They stand between quotes in the broker's settings. */
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,200}");

  public KafkaSecurity {
    require(brokerPassword);
    require(adminPassword);
    require(testerPassword);
  }

  /** Without the passwords, so that they are not logged by accident. */
  @Override
  public String toString() {
    return "KafkaSecurity[certificate=%s]".formatted(certificate);
  }

  private static void require(String password) {
    if (!PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException("A broker's password must match " + PASSWORD);
    }
  }
}
