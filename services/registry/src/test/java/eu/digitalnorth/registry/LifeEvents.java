package eu.digitalnorth.registry;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.CloudEventHeaders;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.schemas.register.Address;
import eu.digitalnorth.schemas.register.ForeignIdentifier;
import eu.digitalnorth.schemas.register.LifeEvent;
import eu.digitalnorth.schemas.register.LifeEventDetails;
import eu.digitalnorth.schemas.register.LifeEventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Life events as Sweden's register would tell them to Finland's. */
final class LifeEvents {
  static final CountryCode SWEDEN = CountryCode.of("se");
  static final CountryCode FINLAND = CountryCode.of("fi");

  private LifeEvents() {}

  static Instant now() {
    return CloudEventHeaders.toMillis(Instant.now());
  }

  /** The person, as the registry's REST interface shows it, has moved to Umeå. */
  static LifeEvent move(JsonNode person, String street, Instant registeredAt) {
    return event(
        LifeEventType.MOVE, registeredAt, details(person).setNewAddress(inUmea(street)).build());
  }

  static LifeEvent death(JsonNode person, LocalDate day) {
    return event(LifeEventType.DEATH, now(), details(person).setDeceasedOn(day).build());
  }

  /** Somebody whom nobody knows has moved. */
  static LifeEvent moveOfAStranger() {
    LifeEventDetails details =
        LifeEventDetails.newBuilder()
            .setIdentifiers(List.of(new ForeignIdentifier("FI", "fi-hetu", "010100A999X")))
            .setFamilyName("Ei")
            .setGivenName("Kukaan")
            .setDateOfBirth(LocalDate.of(2000, 1, 1))
            .setNewAddress(inUmea("Ingenstansgatan"))
            .build();
    return event(LifeEventType.MOVE, now(), details);
  }

  private static LifeEvent event(
      LifeEventType type, Instant registeredAt, LifeEventDetails details) {
    UUID exchange = UUID.randomUUID();
    return LifeEvent.newBuilder()
        .setExchangeId(exchange)
        .setType(type)
        .setFromCountry("SE")
        .setToCountry("FI")
        .setOccurredOn(LocalDate.of(2026, 11, 1))
        .setRegisteredAt(registeredAt)
        .setDetails(Personal.sealedTo(FINLAND, details, exchange))
        .build();
  }

  private static LifeEventDetails.Builder details(JsonNode person) {
    return LifeEventDetails.newBuilder()
        .setIdentifiers(
            List.of(
                new ForeignIdentifier(
                    person.get("country").asString(),
                    person.get("identifierScheme").asString(),
                    person.get("identifier").asString())))
        .setFamilyName(person.get("familyName").asString())
        .setGivenName(person.get("givenName").asString())
        .setDateOfBirth(LocalDate.parse(person.get("dateOfBirth").asString()));
  }

  private static Address inUmea(String street) {
    return Address.newBuilder()
        .setStreetAddress(street)
        .setHouseNumber("7")
        .setPostalCode("903 26")
        .setLocality("Umeå")
        .setCountry("SE")
        .build();
  }
}
