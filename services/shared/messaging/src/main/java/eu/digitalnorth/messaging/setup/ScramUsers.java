package eu.digitalnorth.messaging.setup;

import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** Those whom the broker knows by a password; it keeps a salted hash of that. */
final class ScramUsers {
  private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;

  /**
   * The fewest that a broker accepts. More would slow a guesser down who has stolen the hash of a
   * password that people can remember; nobody guesses 256 random bits.
   */
  private static final int ITERATIONS = 4096;

  private final Admin admin;
  private final BrokerPasswords passwords;

  ScramUsers(Admin admin, BrokerPasswords passwords) {
    this.admin = admin;
    this.passwords = passwords;
  }

  Set<String> names() {
    return Answer.to("read the users", admin.describeUserScramCredentials().all()).keySet();
  }

  /** Returns when the broker knows them by the passwords in their files. */
  void know(Collection<BrokerPrincipal> principals) {
    List<String> names = principals.stream().map(BrokerPrincipal::name).toList();
    alter(principals.stream().map(this::upsertion).toList());
    Answer.awaitThat("set passwords", () -> names().containsAll(names));
  }

  /** Returns when the broker knows none of them any more. */
  void forget(Collection<String> names) {
    alter(names.stream().map(ScramUsers::deletion).toList());
    Answer.awaitThat("delete users", () -> names().stream().noneMatch(names::contains));
  }

  private void alter(List<UserScramCredentialAlteration> alterations) {
    if (!alterations.isEmpty()) {
      Answer.to("change the users", admin.alterUserScramCredentials(alterations).all());
    }
  }

  private UserScramCredentialAlteration upsertion(BrokerPrincipal principal) {
    return new UserScramCredentialUpsertion(
        principal.name(), new ScramCredentialInfo(MECHANISM, ITERATIONS), passwords.of(principal));
  }

  private static UserScramCredentialAlteration deletion(String name) {
    return new UserScramCredentialDeletion(name, MECHANISM);
  }
}
