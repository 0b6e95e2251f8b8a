package eu.digitalnorth.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.testservers.TestServers;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by those who do not prove who they are: the broker has no door without a lock. */
class AuthenticationIT {
  private static final String BROKERS = "bootstrap.servers";
  private static final String CONTROLLERS = "bootstrap.controllers";
  private static final String SCRAM = "SCRAM-SHA-512";
  private static final String PLAIN = "PLAIN";

  private static final TestServers SERVERS = TestServers.shared();
  private static BrokerPasswords passwords;

  @BeforeAll
  static void prepare() {
    passwords = ExchangeFixture.between("lt", "lv").passwords();
  }

  static Stream<Arguments> doors() {
    return Stream.of(
        arguments("clients", BROKERS, SERVERS.bootstrapServers()),
        arguments("administration", BROKERS, SERVERS.administrationServers()),
        arguments("controllers", CONTROLLERS, SERVERS.controllerServers()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void whoNamesNobodyIsNotHeard(String door, String setting, String address) {
    Client anonymous =
        new Client(
            Map.of(
                setting,
                address,
                "security.protocol",
                "PLAINTEXT",
                "request.timeout.ms",
                2_000,
                "default.api.timeout.ms",
                5_000));

    assertThatThrownBy(() -> clusterId(anonymous)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void whoHasTheRightPasswordIsHeardAtTheRightDoorOnly() throws Exception {
    assertThat(clusterId(scram("lt", passwords("lt")))).isNotBlank();
    assertThat(clusterId(plain(BROKERS, SERVERS.administrationServers(), "admin"))).isNotBlank();
    assertThat(clusterId(plain(CONTROLLERS, SERVERS.controllerServers(), "broker"))).isNotBlank();
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> clusterId(scram("lt", "wrong")))
        .isInstanceOf(SaslAuthenticationException.class)
        .hasMessageContaining("invalid credentials");
  }

  @Test
  void thePasswordOfAnotherCountryIsRefused() {
    assertThatThrownBy(() -> clusterId(scram("lt", passwords("lv"))))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void aCountryThatDoesNotTakePartIsRefused() {
    assertThatThrownBy(() -> clusterId(scram("xx", passwords("lt"))))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void somebodyWhoCallsHimselfAnonymousIsRefused() {
    assertThatThrownBy(() -> clusterId(scram("ANONYMOUS", "anything")))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lt", "admin", "broker"})
  void nobodyButTheTesterComesInWithAPasswordInTheClearWhereCountriesComeIn(String user) {
    assertThatThrownBy(() -> clusterId(plain(BROKERS, SERVERS.bootstrapServers(), user)))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void theDoorOfTheAdministratorIsClosedToCountries() {
    assertThatThrownBy(() -> clusterId(plain(BROKERS, SERVERS.administrationServers(), "lt")))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void theDoorOfTheControllersIsClosedToCountriesAndToTheAdministrator() {
    assertThatThrownBy(() -> clusterId(plain(CONTROLLERS, SERVERS.controllerServers(), "lt")))
        .isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> clusterId(plain(CONTROLLERS, SERVERS.controllerServers(), "admin")))
        .isInstanceOf(AuthenticationException.class);
  }

  private static String clusterId(Client client) throws Exception {
    return client.administer(admin -> admin.describeCluster().clusterId());
  }

  private static String passwords(String principal) {
    return passwords.of(new BrokerPrincipal(principal));
  }

  private static Client scram(String user, String password) {
    return client(
        BROKERS, SERVERS.bootstrapServers(), SCRAM, ScramLoginModule.class, user, password);
  }

  private static Client plain(String setting, String address, String user) {
    return client(setting, address, PLAIN, PlainLoginModule.class, user, passwords(user));
  }

  private static Client client(
      String setting,
      String address,
      String mechanism,
      Class<?> module,
      String user,
      String password) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(setting, address);
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", mechanism);
    settings.put(
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";".formatted(module.getName(), user, password));
    return new Client(settings);
  }
}
