package eu.digitalnorth.registry;

import static org.awaitility.Awaitility.await;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.RawTopics;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * One registry of Estonia, Finland and Sweden for all test classes that name it, stopped with the
 * last of them; each test has people of its own.
 */
final class SharedRegistry implements BeforeAllCallback {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final ExchangeFixture EXCHANGE = ExchangeFixture.between("ee", "fi", "se");
  static final RegistryUnderTest REGISTRY =
      new RegistryUnderTest(RegistryUnderTest.settings(EXCHANGE));

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(SharedRegistry.class, key -> REGISTRY);
    await().atMost(PATIENCE).until(REGISTRY::isReady);
  }

  static String lookUpBody(String scheme, String identifier) {
    return "{\"scheme\":\"" + scheme + "\",\"identifier\":\"" + identifier + "\"}";
  }

  static JsonNode lookUp(String country, String scheme, String identifier) throws Exception {
    return REGISTRY
        .post("/api/registers/" + country + "/persons/lookup", lookUpBody(scheme, identifier))
        .json();
  }

  static JsonNode get(String country, String subject) throws Exception {
    return REGISTRY.get("/api/registers/" + country + "/persons/" + subject).json();
  }

  static long versionOf(String country, String subject) throws Exception {
    return get(country, subject).get("version").asLong();
  }

  static List<Long> versionsOnTopic(CountryCode country, String subject) {
    return EXCHANGE.messages(TopicCatalogue.PERSON_CHANGE, country, subject).stream()
        .map(message -> message.body().getVersion())
        .toList();
  }

  static Person personOnTopic(CountryCode country, String subject) throws Exception {
    PersonChange last =
        EXCHANGE.messages(TopicCatalogue.PERSON_CHANGE, country, subject).getLast().body();
    return Personal.openedBy(country, last.getPerson(), Person.class, subject);
  }

  static String clearText(RawRecord raw) {
    StringBuilder text = new StringBuilder(String.valueOf(RawTopics.keyOf(raw)));
    for (Header header : raw.headers()) {
      byte[] bytes = header.value();
      text.append(header.name())
          .append(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
