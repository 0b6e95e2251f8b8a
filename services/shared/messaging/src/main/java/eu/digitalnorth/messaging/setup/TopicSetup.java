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
    Set<String> present = Answer.to("list the topics", admin.listTopics().names());
    List<NewTopic> missing =
        countries.stream()
            .flatMap(country -> wanted.apply(country).stream())
            .filter(topic -> !present.contains(topic.name()))
            .map(this::newTopic)
            .toList();
    Answer.to("create the topics", admin.createTopics(missing).all());
    return missing.size();
  }

  private NewTopic newTopic(TopicDeclaration declaration) {
    return new NewTopic(declaration.name(), declaration.partitions(), replicationFactor)
        .configs(declaration.configuration());
  }
}
