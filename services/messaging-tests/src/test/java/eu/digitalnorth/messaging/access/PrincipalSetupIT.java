package eu.digitalnorth.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the administrator sets up, and sets right. */
class PrincipalSetupIT {
  private static final Set<CountryCode> ALL = CountryProfiles.load().codes();
  private static final CountryCode LV = CountryCode.of("lv");
  private static final BrokerPrincipal LATVIA = BrokerPrincipal.of(LV);

  private static ExchangeFixture exchange;

  @BeforeAll
  static void prepare() {
    exchange = ExchangeFixture.between("lt", "lv");
  }

  @AfterEach
  void admitAll() {
    admit(ALL);
  }

  @Test
  void doingItAgainChangesNothing() {
    assertThat(admit(ALL)).isZero();
  }

  @Test
  void whatTheCatalogueDoesNotAllowACountryIsTakenAway() {
    create(readEverything("User:lv"));

    assertThat(admit(ALL)).isEqualTo(1);

    assertThat(rules()).doesNotContain(readEverything("User:lv"));
  }

  @Test
  void whatAnybodyIsAllowedIsTakenAway() {
    create(readEverything("User:*"));

    assertThat(admit(ALL)).isEqualTo(1);

    assertThat(rules()).doesNotContain(readEverything("User:*"));
  }

  @Test
  void theRulesOfOthersStay() {
    AclBinding ofOthers = readEverything("User:somebody-else");
    create(ofOthers);

    assertThat(admit(ALL)).isZero();

    assertThat(rules()).contains(ofOthers);
    asAdmin(admin -> admin.deleteAcls(List.of(ofOthers.toFilter())).all().get());
  }

  @Test
  void aCountryThatDoesNotTakePartAnyMoreIsShutOutAndNothingIsAllowedToIt() {
    admit(ALL.stream().filter(country -> !country.equals(LV)).collect(Collectors.toSet()));

    refusesLogin(latvia());
    assertThat(rules()).noneMatch(rule -> rule.entry().principal().equals("User:lv"));
    assertThat(rules()).noneMatch(rule -> rule.pattern().name().startsWith("lv."));
  }

  @Test
  void aReplacedPasswordIsTakenUpByClientsThatRunAndTheOldOneIsRefused() throws Exception {
    Client running = latvia();
    clusterId(running);

    exchange.passwords().replace(LATVIA);
    refusesLogin(running);
    asAdmin(
        admin -> {
          new PrincipalSetup(admin, exchange.passwords()).renew(LATVIA);
          return LATVIA;
        });

    await().ignoreExceptions().until(() -> !clusterId(running).isBlank());
  }

  @Test
  void noLogHasAPasswordWhateverItsLevel() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("org.apache.kafka");
    Level before = logger.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    try {
      latvia().read("lv.evidence.response.v1");
      latvia().write("lt.evidence.request.v1");
      clusterId(latvia());
    } finally {
      logger.setLevel(before);
      logger.setAdditive(true);
      logger.detachAppender(lines);
    }
    String password = exchange.passwords().of(LATVIA);
    assertThat(lines.list).hasSizeGreaterThan(100);
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(password));
  }

  private static Client latvia() {
    return Client.of(exchange.access(), LATVIA);
  }

  private static String clusterId(Client client) throws Exception {
    return client.administer(admin -> admin.describeCluster().clusterId());
  }

  private static void refusesLogin(Client client) {
    assertThatThrownBy(() -> clusterId(client)).isInstanceOf(SaslAuthenticationException.class);
  }

  private static int admit(Set<CountryCode> participants) {
    return asAdmin(admin -> new PrincipalSetup(admin, exchange.passwords()).admit(participants));
  }

  private static AclBinding readEverything(String principal) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, "lt.", PatternType.PREFIXED),
        new AccessControlEntry(principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
  }

  /** Returns when the rule holds. */
  private static void create(AclBinding rule) {
    asAdmin(admin -> admin.createAcls(List.of(rule)).all().get());
    await().until(() -> rules().contains(rule));
  }

  private static Collection<AclBinding> rules() {
    return asAdmin(admin -> admin.describeAcls(AclBindingFilter.ANY).values().get());
  }

  private static <T> T asAdmin(Request<T> request) {
    try (Admin admin = Admin.create(exchange.administration().as(BrokerPrincipal.ADMIN))) {
      return request.to(admin);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Request<T> {
    T to(Admin admin) throws InterruptedException, ExecutionException;
  }
}
