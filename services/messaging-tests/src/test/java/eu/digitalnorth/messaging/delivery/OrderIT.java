package eu.digitalnorth.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.fixture.ExchangeFixture.Received;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.register.PersonChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last record about a subject on a compacted topic is the last that was committed. */
class OrderIT {
  private static final int SUBJECTS = 5;
  private static final int CHANGES_PER_SUBJECT = 40;
  private static final int AT_ONCE = 8;

  private final Norway norway = Norway.ready();
  private final String run = UUID.randomUUID().toString();

  @Test
  void concurrentChangesOfASubjectArePublishedInTheirOrder() {
    Map<String, String> settings = norway.exchange().properties(Service.EVIDENCE);
    try (RunningService one = RunningService.start(settings);
        RunningService other = RunningService.start(settings)) {
      try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
        for (int i = 0; i < SUBJECTS * CHANGES_PER_SUBJECT; i++) {
          RunningService instance = i % 2 == 0 ? one : other;
          String subject = run + '-' + i % SUBJECTS;
          executor.execute(() -> change(instance, subject));
        }
      }
      await().atMost(RunningService.PATIENCE).until(() -> one.get(Outbox.class).waiting() == 0);
    }

    Map<String, List<Long>> published = versionsBySubject();
    assertThat(published).hasSize(SUBJECTS);
    assertThat(published.values())
        .allSatisfy(
            versions ->
                assertThat(versions)
                    .isSorted()
                    .containsAll(LongStream.rangeClosed(1, CHANGES_PER_SUBJECT).boxed().toList()));
  }

  private static void change(RunningService instance, String subject) {
    JdbcClient jdbc = instance.get(JdbcClient.class);
    instance
        .get(UnitOfWork.class)
        .execute(
            Norway.EE,
            effects -> {
              long version =
                  jdbc.sql(
                          """
                          insert into subject (name, version) values (?, 1)
                          on conflict (name) do update set version = subject.version + 1
                          returning version
                          """)
                      .param(subject)
                      .query(Long.class)
                      .single();
              return effects.publish(
                  UUID.randomUUID(),
                  TopicCatalogue.PERSON_CHANGE,
                  subject,
                  state(subject, version, effects.now()));
            });
  }

  private Map<String, List<Long>> versionsBySubject() {
    return norway
        .exchange()
        .all(TopicCatalogue.PERSON_CHANGE, Norway.EE)
        .map(Received::body)
        .filter(person -> person.getSubject().startsWith(run))
        .collect(
            Collectors.groupingBy(
                PersonChange::getSubject,
                Collectors.mapping(PersonChange::getVersion, Collectors.toList())));
  }

  private static PersonChange state(String subject, long version, Instant now) {
    return PersonChange.newBuilder()
        .setCountry("EE")
        .setSubject(subject)
        .setVersion(version)
        .setChangedAt(now)
        .setPerson(
            Personal.sealedTo(
                Norway.EE, new LoginHint("ee-isikukood", "39901012239", null, null), subject))
        .build();
  }
}
