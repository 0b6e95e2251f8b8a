package eu.digitalnorth.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistryIT {
  private static RegistryUnderTest registry;
  private static Topics topics;

  @BeforeAll
  static void start() throws Exception {
    registry = new RegistryUnderTest();
    topics =
        new Topics(registry.servers().bootstrapServers(), registry.servers().schemaRegistryUrl());
    await().atMost(Duration.ofSeconds(60)).until(registry::isReady);
  }

  @AfterAll
  static void stop() {
    topics.close();
    registry.close();
  }

  @Test
  void theSeedOfEveryCountryIsOnItsTopics() {
    for (String country : new String[] {"ee", "fi", "se"}) {
      assertThat(topics.all(country + ".register.person.v1")).hasSizeGreaterThan(1000);
      assertThat(topics.all(country + ".register.company.v1")).hasSize(200);
    }
  }
}
