package eu.digitalnorth.messaging.setup;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.topic.TopicDeclaration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of the catalogue; those that are there stay as they are. */
public final class TopicSetup {
  private final Admin admin;
  private final short replicationFactor;

  public TopicSetup(Admin admin, short replicationFactor) {
    this.admin = admin;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Creates all topics that these countries own.
   *
   * @return how many topics were created
   * @throws KafkaException if the broker refuses or does not answer
   */
  public int createMissing(Collection<CountryCode> countries) {
    return create(countries, TopicCatalogue::ownedBy);
  }

  /**
   * Creates only what everybody reads of these countries: a service needs the broadcasts of every
   * participant, also of those that are not served here.
   *
   * @return how many topics were created
   * @throws KafkaException if the broker refuses or does not answer
   */
  public int createMissingBroadcasts(Collection<CountryCode> countries) {
    return create(countries, TopicCatalogue::broadcastsOf);
  }

  private int create(
      Collection<CountryCode> countries, Function<CountryCode, List<TopicDeclaration>> wanted) {
    List<TopicDeclaration> topics =
        countries.stream().flatMap(country -> wanted.apply(country).stream()).toList();
    Set<String> present = names();
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !present.contains(topic.name()))
            .map(this::newTopic)
            .toList();
    long created =
        admin.createTopics(missing).values().values().stream()
            .filter(TopicSetup::isCreated)
            .count();
    List<String> names = topics.stream().map(TopicDeclaration::name).toList();
    Answer.awaitThat("create the topics", () -> names().containsAll(names));
    return Math.toIntExact(created);
  }

  private Set<String> names() {
    return Answer.to("list the topics", admin.listTopics().names());
  }

  /** False if it is there: who was asked for the names may not have heard of it. */
  private static boolean isCreated(KafkaFuture<Void> answer) {
    try {
      Answer.to("create the topics", answer);
      return true;
    } catch (KafkaException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  private NewTopic newTopic(TopicDeclaration declaration) {
    return new NewTopic(declaration.name(), declaration.partitions(), replicationFactor)
        .configs(declaration.configuration());
  }
}
