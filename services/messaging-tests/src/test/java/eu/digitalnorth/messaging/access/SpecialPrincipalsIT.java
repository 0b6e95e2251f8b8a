package eu.digitalnorth.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who are no country: there only when asked for, and then within bounds. */
class SpecialPrincipalsIT {
  private static final String INBOX = "lv.evidence.response.v1";
  private static final String REGISTER = "lt.register.person.v1";
  private static final String LETTERS = "lv.dlt.portal.lv.evidence.response.v1";
  private static final String COPY = "replay.lv.evidence.response.v1";

  private static ExchangeFixture exchange;

  @BeforeAll
  static void prepare() throws Exception {
    exchange = ExchangeFixture.between("lt", "lv");
    exchange
        .passwords()
        .createMissing(
            List.of(BrokerPrincipal.REPLAY, BrokerPrincipal.REDRIVE, BrokerPrincipal.BRIDGE));
    Client admin = Client.of(exchange.administration(), BrokerPrincipal.ADMIN);
    admin.write(INBOX);
    admin.write(REGISTER);
  }

  @AfterEach
  void dismissThem() {
    setUp(
        setup -> {
          setup.dismiss(BrokerPrincipal.TESTER);
          setup.dismiss(BrokerPrincipal.REPLAY);
          setup.dismiss(BrokerPrincipal.REDRIVE);
          setup.dismiss(BrokerPrincipal.BRIDGE);
        });
  }

  @Test
  void unlessAskedForReplayIsUnknownAndTheTesterSeesNothing() throws Exception {
    Client tester = client(BrokerPrincipal.TESTER);

    refusesLogin(client(BrokerPrincipal.REPLAY));
    refusesLogin(client(BrokerPrincipal.REDRIVE));
    refusesLogin(client(BrokerPrincipal.BRIDGE));
    refusesTopic(() -> tester.read(INBOX));
    Set<String> seen = tester.administer(admin -> admin.listTopics().names());
    assertThat(seen).isEmpty();
  }

  @Test
  void theTesterReadsEverythingOfTheExchange() {
    Client tester = tester();

    assertThat(tester.read(INBOX)).isPositive();
    assertThat(tester.read(REGISTER)).isPositive();
    assertThat(tester.readAs("tester.node", INBOX)).isPositive();
    tester.read("lv.dlt.portal.lv.evidence.response.v1");
  }

  @Test
  void theTesterWritesNothingAndReadsNothingElse() {
    Client tester = tester();

    refusesTopic(() -> tester.write(INBOX));
    refusesTopic(() -> tester.write(REGISTER));
    refusesTopic(() -> create(tester, "lt.new.v1"));
    refusesTopic(() -> tester.read("__consumer_offsets"));
    refusesGroup(() -> tester.readAs("lt.evidence", INBOX));
    refusesGroup(() -> tester.commit("lv.portal", INBOX, 0));
    assertThatThrownBy(
            () -> tester.administer(admin -> admin.describeAcls(AclBindingFilter.ANY).values()))
        .isInstanceOf(ClusterAuthorizationException.class);
  }

  @Test
  void whatTheyMayEndsWithTheirDismissal() {
    Client tester = tester();
    Client replay = replay(List.of(INBOX));

    dismissThem();

    refusesTopic(() -> tester.read(INBOX));
    refusesLogin(replay);
  }

  @Test
  void replayHasTopicsOfItsOwnAndReadsWhatItWasTold() throws Exception {
    Client replay = replay(List.of(INBOX));

    create(replay, COPY);
    replay.write(COPY);
    assertThat(replay.read(COPY)).isPositive();
    assertThat(replay.read(INBOX)).isPositive();
    replay.administer(admin -> admin.deleteTopics(List.of(COPY)).all());
  }

  @Test
  void replayWritesNoTopicOfTheExchangeAndReadsNoneThatItWasNotTold() {
    Client replay = replay(List.of(INBOX));

    refusesTopic(() -> replay.write(INBOX));
    refusesTopic(() -> replay.write("lt.evidence.request.v1"));
    refusesTopic(() -> create(replay, "lt.new.v1"));
    refusesTopic(() -> replay.administer(admin -> admin.deleteTopics(List.of(INBOX)).all()));
    refusesTopic(() -> replay.read(REGISTER));
    refusesGroup(() -> replay.readAs("lv.portal", INBOX));
  }

  @Test
  void whatReplayWasToldBeforeDoesNotCountAnyMore() {
    replay(List.of(INBOX));

    Client replay = replay(List.of(REGISTER));

    refusesTopic(() -> replay.read(INBOX));
    assertThat(replay.read(REGISTER)).isPositive();
  }

  @Test
  void theBridgeCarriesOneWayAndNothingThatIsNational() throws Exception {
    Client bridge = bridgeFrom("lt", "lv");

    bridge.read(INBOX);
    bridge.write("lt.evidence.request.v1");
    create(bridge, "bridge.offset");
    refusesTopic(() -> bridge.write(INBOX));
    refusesTopic(() -> bridge.read("lt.evidence.request.v1"));
    refusesTopic(() -> bridge.read(REGISTER));
    refusesTopic(() -> bridge.write("lt.audit.event.v1"));
    refusesTopic(() -> create(bridge, "lt.new.v1"));
    refusesGroup(() -> bridge.commit("lv.portal", INBOX, 0));
    refusesTopic(() -> delete(bridge, "bridge.offset"));
    delete(Client.of(exchange.administration(), BrokerPrincipal.ADMIN), "bridge.offset");
  }

  @Test
  void redriveReadsDeadLettersAndWritesInboxesOfTheCountriesThatWereNamed() throws Exception {
    Client redrive = redrive("lv");

    redrive.read(LETTERS);
    redrive.write(INBOX);
    redrive.write("lv.dlt.parked");
  }

  @Test
  void redriveWritesNoStateNoLettersAndNothingOfAnotherCountry() {
    Client redrive = redrive("lv");

    refusesTopic(() -> redrive.write(LETTERS));
    refusesTopic(() -> redrive.write("lv.register.person.v1"));
    refusesTopic(() -> redrive.write("lv.eid.attestation-status.v1"));
    refusesTopic(() -> redrive.write("lv.trust.key.v1"));
    refusesTopic(() -> redrive.write("lt.evidence.response.v1"));
    refusesTopic(() -> redrive.read("lt.dlt.portal.lt.evidence.response.v1"));
    refusesTopic(() -> redrive.read(REGISTER));
    refusesTopic(() -> create(redrive, "lv.new.v1"));
    refusesGroup(() -> redrive.readAs("lv.portal", INBOX));
  }

  private static Client redrive(String country) {
    setUp(setup -> setup.admitRedrive(List.of(CountryCode.of(country))));
    return client(BrokerPrincipal.REDRIVE);
  }

  private static Client bridgeFrom(String here, String beyond) {
    setUp(
        setup -> setup.admitBridge(List.of(CountryCode.of(here)), List.of(CountryCode.of(beyond))));
    return client(BrokerPrincipal.BRIDGE);
  }

  private static Client tester() {
    setUp(setup -> setup.admitTester(List.of(CountryCode.of("lt"), CountryCode.of("lv"))));
    return client(BrokerPrincipal.TESTER);
  }

  private static Client replay(List<String> readable) {
    setUp(setup -> setup.admitReplay(readable));
    return client(BrokerPrincipal.REPLAY);
  }

  private static Client client(BrokerPrincipal principal) {
    return Client.of(exchange.access(), principal);
  }

  private static void setUp(Consumer<PrincipalSetup> what) {
    try (Admin admin = Admin.create(exchange.administration().as(BrokerPrincipal.ADMIN))) {
      what.accept(new PrincipalSetup(admin, exchange.passwords()));
    }
  }

  private static void create(Client client, String topic) throws Exception {
    client.administer(
        admin -> admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
  }

  private static void delete(Client client, String topic) throws Exception {
    client.administer(admin -> admin.deleteTopics(List.of(topic)).all());
  }

  private static void refusesLogin(Client client) {
    assertThatThrownBy(() -> client.administer(admin -> admin.describeCluster().clusterId()))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  private static void refusesTopic(ThrowingCallable attack) {
    assertThatThrownBy(attack).isInstanceOf(TopicAuthorizationException.class);
  }

  private static void refusesGroup(ThrowingCallable attack) {
    assertThatThrownBy(attack).isInstanceOf(GroupAuthorizationException.class);
  }
}
