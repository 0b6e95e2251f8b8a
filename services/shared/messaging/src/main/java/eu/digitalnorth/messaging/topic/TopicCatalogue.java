package eu.digitalnorth.messaging.topic;

import static eu.digitalnorth.messaging.topic.Access.BROADCAST;
import static eu.digitalnorth.messaging.topic.Access.INBOX;
import static eu.digitalnorth.messaging.topic.Access.NATIONAL;
import static eu.digitalnorth.messaging.topic.Service.ATTESTATION;
import static eu.digitalnorth.messaging.topic.Service.AUDIT;
import static eu.digitalnorth.messaging.topic.Service.EVIDENCE;
import static eu.digitalnorth.messaging.topic.Service.PORTAL;
import static eu.digitalnorth.messaging.topic.Service.REGISTRY;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.LifeEvent;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.schemas.trust.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of the exchange, declared once: topics, access rules, schema subjects and documents
 * all come from here, and nothing is created that is not here.
 */
public final class TopicCatalogue {
  /** Bytes: the longest record that a broker takes by default (1 MiB), and what we add to it. */
  public static final int LONGEST_DEAD_LETTER = 2 * 1024 * 1024;

  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration THREE_MONTHS = Duration.ofDays(90);
  private static final Duration COMPACTED = Duration.ZERO;
  private static final int INBOX_PARTITIONS = 3;
  private static final Set<Service> EVERY_SERVICE = EnumSet.allOf(Service.class);

  public static final Topic<AttestationRequest> ATTESTATION_REQUEST =
      inbox("eid", "attestation-request", AttestationRequest.class, PORTAL, ATTESTATION);
  public static final Topic<AttestationResponse> ATTESTATION_RESPONSE =
      inbox("eid", "attestation-response", AttestationResponse.class, ATTESTATION, PORTAL);
  public static final Topic<EvidenceRequest> EVIDENCE_REQUEST =
      inbox("evidence", "request", EvidenceRequest.class, PORTAL, EVIDENCE);
  public static final Topic<EvidenceResponse> EVIDENCE_RESPONSE =
      inbox("evidence", "response", EvidenceResponse.class, EVIDENCE, PORTAL);
  public static final Topic<LifeEvent> LIFE_EVENT =
      inbox("register", "life-event", LifeEvent.class, REGISTRY, REGISTRY);

  /** One partition each: a version is never overtaken, and one offset says what was seen. */
  public static final Topic<PersonChange> PERSON_CHANGE =
      new Topic<>(
          "register",
          "person",
          1,
          PersonChange.class,
          NATIONAL,
          Set.of(REGISTRY),
          Set.of(ATTESTATION, EVIDENCE),
          1,
          COMPACTED);

  public static final Topic<CompanyChange> COMPANY_CHANGE =
      new Topic<>(
          "register",
          "company",
          1,
          CompanyChange.class,
          NATIONAL,
          Set.of(REGISTRY),
          Set.of(ATTESTATION, EVIDENCE),
          1,
          COMPACTED);

  public static final Topic<AttestationStatus> ATTESTATION_STATUS =
      new Topic<>(
          "eid",
          "attestation-status",
          1,
          AttestationStatus.class,
          BROADCAST,
          Set.of(ATTESTATION),
          Set.of(EVIDENCE),
          1,
          COMPACTED);

  public static final Topic<PublicKey> PUBLIC_KEY =
      new Topic<>(
          "trust", "key", 1, PublicKey.class, BROADCAST, EVERY_SERVICE, Set.of(), 1, COMPACTED);

  public static final Topic<AuditEvent> AUDIT_EVENT =
      new Topic<>(
          "audit",
          "event",
          1,
          AuditEvent.class,
          NATIONAL,
          EVERY_SERVICE,
          Set.of(AUDIT),
          INBOX_PARTITIONS,
          TWO_WEEKS);

  private static final List<Topic<?>> ALL =
      List.of(
          ATTESTATION_REQUEST,
          ATTESTATION_RESPONSE,
          EVIDENCE_REQUEST,
          EVIDENCE_RESPONSE,
          LIFE_EVENT,
          PERSON_CHANGE,
          COMPANY_CHANGE,
          ATTESTATION_STATUS,
          PUBLIC_KEY,
          AUDIT_EVENT);

  private TopicCatalogue() {}

  public static List<Topic<?>> all() {
    return ALL;
  }

  /** What a topic's name says of it, if it is one of ours; a dead-letter topic is not. */
  public static Optional<Topic<?>> find(String topicName) {
    int dot = topicName.indexOf('.');
    String name = topicName.substring(dot + 1);
    return dot == 2
        ? ALL.stream().filter(t -> t.name().equals(name)).findFirst()
        : Optional.empty();
  }

  /**
   * Where a service puts the records of a topic that it had to refuse: {@code
   * <country>.dlt.<service>.<source topic>}. The broadcasts of all countries share one, named
   * without the owner.
   */
  public static String deadLetters(CountryCode country, Service service, Topic<?> source) {
    String name = source.access() == BROADCAST ? source.name() : source.nameFor(country);
    return country.lower() + ".dlt." + service.id() + '.' + name;
  }

  /**
   * Where dead letters are kept that were refused again after they had been processed anew: for a
   * person to look at, long after the service's own are gone.
   */
  public static String parkedLetters(CountryCode country) {
    return country.lower() + ".dlt.parked";
  }

  /** All topics that this country owns, dead letters included. */
  public static List<TopicDeclaration> ownedBy(CountryCode country) {
    List<TopicDeclaration> declarations = new ArrayList<>();
    for (Topic<?> topic : ALL) {
      declarations.add(declaration(topic, country));
      for (Service reader : topic.readers()) {
        declarations.add(deadLettersOf(topic, country, reader));
      }
    }
    declarations.add(keepingLetters(parkedLetters(country), 1, THREE_MONTHS));
    return declarations;
  }

  /** The topics of this country that every participant reads, and needs also to start. */
  public static List<TopicDeclaration> broadcastsOf(CountryCode country) {
    return ALL.stream()
        .filter(topic -> topic.access() == BROADCAST)
        .map(topic -> declaration(topic, country))
        .toList();
  }

  private static TopicDeclaration declaration(Topic<?> topic, CountryCode country) {
    return new TopicDeclaration(topic.nameFor(country), topic.partitions(), topic.configuration());
  }

  private static TopicDeclaration deadLettersOf(
      Topic<?> topic, CountryCode country, Service reader) {
    return keepingLetters(deadLetters(country, reader, topic), topic.partitions(), TWO_WEEKS);
  }

  private static TopicDeclaration keepingLetters(String name, int partitions, Duration retention) {
    return new TopicDeclaration(
        name,
        partitions,
        Map.of(
            "cleanup.policy", "delete",
            "retention.ms", Long.toString(retention.toMillis()),
            "max.message.bytes", Integer.toString(LONGEST_DEAD_LETTER)));
  }

  private static <T extends SpecificRecord> Topic<T> inbox(
      String domain, String message, Class<T> type, Service writer, Service reader) {
    return new Topic<>(
        domain,
        message,
        1,
        type,
        INBOX,
        Set.copyOf(Arrays.asList(writer)),
        Set.of(reader),
        INBOX_PARTITIONS,
        TWO_WEEKS);
  }
}
