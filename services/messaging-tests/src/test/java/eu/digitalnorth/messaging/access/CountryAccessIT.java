package eu.digitalnorth.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by Latvia's services, or by whoever has stolen their password. */
class CountryAccessIT {
  private static final CountryCode LT = CountryCode.of("lt");
  private static final CountryCode LV = CountryCode.of("lv");
  private static final String OWN_INBOX = TopicCatalogue.EVIDENCE_RESPONSE.nameFor(LV);

  private static Client latvia;

  @BeforeAll
  static void prepare() throws Exception {
    ExchangeFixture exchange = ExchangeFixture.between("lt", "lv");
    latvia = Client.of(exchange.access(), BrokerPrincipal.of(LV));
    Client.of(exchange.administration(), BrokerPrincipal.ADMIN).write(OWN_INBOX);
  }

  @Test
  void whatTheCatalogueAllowsIsAllowed() throws Exception {
    assertThat(latvia.read(OWN_INBOX)).isPositive();
    assertThat(latvia.readAs("lv.evidence.attack", OWN_INBOX)).isPositive();
    latvia.write("lt.evidence.request.v1");
    latvia.write("lv.evidence.request.v1");
    latvia.write("lv.eid.attestation-status.v1");
    latvia.write("lv.register.person.v1");
    latvia.write("lv.audit.event.v1");
    latvia.write(TopicCatalogue.deadLetters(LV, Service.EVIDENCE, TopicCatalogue.EVIDENCE_REQUEST));
    latvia.write("lt.eid.attestation-request.v1");
    latvia.read("lv.register.person.v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lt.eid.attestation-request.v1",
        "lt.eid.attestation-response.v1",
        "lt.evidence.request.v1",
        "lt.evidence.response.v1",
        "lt.register.life-event.v1",
        "lt.register.person.v1",
        "lt.register.company.v1",
        "lt.audit.event.v1",
        "lt.dlt.evidence.lt.evidence.request.v1",
        "lv.dlt.evidence.lv.evidence.request.v1",
        "__consumer_offsets"
      })
  void itDoesNotReadWhatIsNotForIt(String topic) {
    refusesTopic(() -> latvia.read(topic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lt.register.person.v1",
        "lt.register.company.v1",
        "lt.audit.event.v1",
        "lt.eid.attestation-status.v1",
        "lt.trust.key.v1",
        "lt.dlt.evidence.lt.evidence.request.v1",
        "replay.lt.evidence.request.v1",
        "__consumer_offsets",
        "lv.anything.new.v1"
      })
  void itDoesNotWriteInTheNameOfAnotherOrWhereNobodyShould(String topic) {
    refusesTopic(() -> latvia.write(topic));
  }

  @Test
  void itSeesNeitherWhatItMayNotReadNorWrite() throws Exception {
    Collection<String> seen = latvia.administer(admin -> admin.listTopics().names());

    assertThat(seen)
        .contains(OWN_INBOX, "lt.evidence.request.v1", "lt.eid.attestation-status.v1")
        .doesNotContain("lt.register.person.v1", "lt.audit.event.v1")
        .noneMatch(topic -> topic.startsWith("lt.dlt."));
  }

  @Test
  void itDoesNotLearnHowFarAnotherGroupHasRead() {
    refusesGroup(
        () ->
            latvia.administer(
                admin ->
                    admin.listConsumerGroupOffsets("lt.evidence").partitionsToOffsetAndMetadata()));
    refusesGroup(
        () ->
            latvia.administer(admin -> admin.describeConsumerGroups(List.of("lt.evidence")).all()));
  }

  @Test
  void itDoesNotTakePartInAnotherGroupNorMoveOrDeleteIt() {
    refusesGroup(() -> latvia.readAs("lt.evidence", OWN_INBOX));
    refusesGroup(() -> latvia.readAs("evidence", OWN_INBOX));
    refusesGroup(() -> latvia.commit("lt.evidence", OWN_INBOX, 0));
    refusesGroup(
        () -> latvia.administer(admin -> admin.deleteConsumerGroups(List.of("lt.evidence")).all()));
  }

  @Test
  void itCreatesNoTopicAndNeitherChangesNorDeletesOne() {
    refusesTopic(
        () ->
            latvia.administer(
                admin ->
                    admin.createTopics(List.of(new NewTopic("lv.new.v1", 1, (short) 1))).all()));
    refusesTopic(() -> latvia.administer(admin -> admin.deleteTopics(List.of(OWN_INBOX)).all()));
    refusesTopic(
        () ->
            latvia.administer(
                admin ->
                    admin.createPartitions(Map.of(OWN_INBOX, NewPartitions.increaseTo(9))).all()));
    refusesTopic(
        () ->
            latvia.administer(
                admin ->
                    admin
                        .deleteRecords(
                            Map.of(
                                new TopicPartition(OWN_INBOX, 0), RecordsToDelete.beforeOffset(1)))
                        .all()));
    refusesTopic(() -> latvia.administer(admin -> admin.incrementalAlterConfigs(briefly()).all()));
  }

  @Test
  void itNeitherReadsNorChangesTheRules() {
    AclBinding everything =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
            new AccessControlEntry("User:lv", "*", AclOperation.ALL, AclPermissionType.ALLOW));

    refusesCluster(() -> latvia.administer(admin -> admin.createAcls(List.of(everything)).all()));
    refusesCluster(
        () -> latvia.administer(admin -> admin.deleteAcls(List.of(AclBindingFilter.ANY)).all()));
    refusesCluster(
        () -> latvia.administer(admin -> admin.describeAcls(AclBindingFilter.ANY).values()));
  }

  @Test
  void itSetsNobodysPassword() {
    UserScramCredentialUpsertion password =
        new UserScramCredentialUpsertion(
            "lt", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), "known to Latvia");

    refusesCluster(
        () -> latvia.administer(admin -> admin.alterUserScramCredentials(List.of(password)).all()));
    refusesCluster(() -> latvia.administer(admin -> admin.describeUserScramCredentials().all()));
  }

  @Test
  void itChangesNoSettingOfTheBroker() {
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");

    refusesCluster(() -> latvia.administer(admin -> admin.describeConfigs(List.of(broker)).all()));
    refusesCluster(
        () ->
            latvia.administer(
                admin ->
                    admin
                        .incrementalAlterConfigs(
                            Map.of(broker, List.of(set("log.retention.ms", "1"))))
                        .all()));
  }

  @Test
  void itBlocksNobodyWithATransaction() {
    assertThatThrownBy(() -> latvia.beginTransactions("lt.evidence"))
        .isInstanceOf(TransactionalIdAuthorizationException.class);
  }

  private static Map<ConfigResource, Collection<AlterConfigOp>> briefly() {
    return Map.of(
        new ConfigResource(ConfigResource.Type.TOPIC, OWN_INBOX),
        List.of(set("retention.ms", "1")));
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private static void refusesTopic(ThrowingCallable attack) {
    assertThatThrownBy(attack).isInstanceOf(TopicAuthorizationException.class);
  }

  private static void refusesGroup(ThrowingCallable attack) {
    assertThatThrownBy(attack).isInstanceOf(GroupAuthorizationException.class);
  }

  private static void refusesCluster(ThrowingCallable attack) {
    assertThatThrownBy(attack).isInstanceOf(ClusterAuthorizationException.class);
  }
}
