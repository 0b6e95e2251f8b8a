package eu.digitalnorth.messaging.setup;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;

/**
 * Tells the broker whom it lets in, and what they may: countries as the catalogue has it, {@code
 * tester}, {@code replay}, {@code redrive} and {@code bridge} when somebody asks for them. Doing it
 * again changes nothing. Each method throws a {@link KafkaException} if the broker refuses or does
 * not answer.
 */
public final class PrincipalSetup {
  private static final Pattern COUNTRY = Pattern.compile("[a-z]{2}");
  private static final String USER = "User:";
  private static final Set<String> ANYBODY = Set.of(USER + "*", USER + "ANONYMOUS");

  private final ScramUsers users;
  private final Rulebook rulebook;

  /**
   * @param admin acts as {@link BrokerPrincipal#ADMIN}
   * @param passwords those of all that are let in
   */
  public PrincipalSetup(Admin admin, BrokerPasswords passwords) {
    this.users = new ScramUsers(admin, passwords);
    this.rulebook = new Rulebook(admin);
  }

  /**
   * Lets these countries in, and takes away what is allowed to another country, or to anybody.
   *
   * @return how many access rules were added or taken away
   */
  public int admit(Collection<CountryCode> participants) {
    return admit(participants, participants);
  }

  /**
   * The same where others come to another cluster, and what they write and read comes over a
   * bridge.
   *
   * @param countries that come here
   * @param participants all countries, whose inboxes and broadcasts these write and read
   */
  public int admit(Collection<CountryCode> countries, Collection<CountryCode> participants) {
    users.forget(
        users.names().stream()
            .filter(name -> isCountry(name) && !countries.contains(CountryCode.of(name)))
            .toList());
    users.know(countries.stream().map(BrokerPrincipal::of).toList());
    Set<AclBinding> wanted =
        countries.stream()
            .flatMap(country -> AccessRules.ofCountry(country, participants).stream())
            .collect(Collectors.toSet());
    return rulebook.replace(PrincipalSetup::isCountryOrAnybody, wanted);
  }

  /**
   * Lets the tester read everything that these countries exchange, and write nothing.
   *
   * @return how many access rules were added or taken away
   */
  public int admitTester(Collection<CountryCode> participants) {
    return replace(BrokerPrincipal.TESTER, AccessRules.ofTester(participants));
  }

  /**
   * Lets somebody in who writes topics of its own only.
   *
   * @param readable names of the topics that it may read
   * @return how many access rules were added or taken away
   */
  public int admitReplay(Collection<String> readable) {
    users.know(List.of(BrokerPrincipal.REPLAY));
    return replace(BrokerPrincipal.REPLAY, AccessRules.ofReplay(readable));
  }

  /**
   * Lets somebody in who has the dead letters of these countries processed again.
   *
   * @return how many access rules were added or taken away
   */
  public int admitRedrive(Collection<CountryCode> countries) {
    users.know(List.of(BrokerPrincipal.REDRIVE));
    return replace(BrokerPrincipal.REDRIVE, AccessRules.ofRedrive(countries));
  }

  /**
   * Lets the bridge in, which carries messages to another cluster and from there.
   *
   * @param here the countries that come to this cluster
   * @param beyond those that come to the other
   * @return how many access rules were added or taken away
   */
  public int admitBridge(Collection<CountryCode> here, Collection<CountryCode> beyond) {
    users.know(List.of(BrokerPrincipal.BRIDGE));
    return replace(BrokerPrincipal.BRIDGE, AccessRules.ofBridge(here, beyond));
  }

  /**
   * Nothing is allowed to it any more, from now on; and unless it is the tester, it is unknown.
   *
   * @return how many access rules were taken away
   */
  public int dismiss(BrokerPrincipal principal) {
    int taken = replace(principal, Set.of());
    users.forget(users.names().stream().filter(principal.name()::equals).toList());
    return taken;
  }

  /** Makes the password that is in its file the one that counts, and the one before no more. */
  public void renew(BrokerPrincipal principal) {
    users.know(List.of(principal));
  }

  private int replace(BrokerPrincipal principal, Set<AclBinding> wanted) {
    return rulebook.replace(AccessRules.kafkaName(principal)::equals, wanted);
  }

  private static boolean isCountry(String name) {
    return COUNTRY.matcher(name).matches();
  }

  private static boolean isCountryOrAnybody(String kafkaName) {
    return ANYBODY.contains(kafkaName)
        || (kafkaName.startsWith(USER) && isCountry(kafkaName.substring(USER.length())));
  }
}
