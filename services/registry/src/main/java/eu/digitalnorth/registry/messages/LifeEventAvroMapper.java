package eu.digitalnorth.registry.messages;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.LifeEvent.Death;
import eu.digitalnorth.registry.population.LifeEvent.Move;
import eu.digitalnorth.registry.population.LifeEvent.Unsupported;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.register.Address;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.schemas.register.LifeEvent;
import eu.digitalnorth.schemas.register.LifeEventDetails;
import eu.digitalnorth.schemas.register.LifeEventType;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;

/** Life events as records, both ways. */
final class LifeEventAvroMapper {
  private LifeEventAvroMapper() {}

  /**
   * Life events wait for the row of their person, and must then see it as the last change left it.
   */
  static InboxEndpoint<LifeEvent> endpoint(LifeEventListener listener, NationalKeys keys) {
    return new InboxEndpoint<>(
        TopicCatalogue.LIFE_EVENT,
        (messages, effects) -> {
          for (Message<LifeEvent> message : messages) {
            listener.on(read(message, effects.country(), keys), effects);
          }
        },
        Isolation.READ_COMMITTED,
        (owner, message) -> read(message, owner, keys));
  }

  static LifeEvent move(LifeEventHeading heading, Person person, RecipientKey reader) {
    return event(
        heading,
        LifeEventType.MOVE,
        heading.occurredOn(),
        details(heading.from(), person)
            .setNewAddress(RegisterAvroMapper.address(person.addresses().counting().address()))
            .build(),
        reader);
  }

  static LifeEvent death(LifeEventHeading heading, Person person, RecipientKey reader) {
    return event(
        heading,
        LifeEventType.DEATH,
        heading.occurredOn(),
        details(heading.from(), person).setDeceasedOn(person.deceasedOn()).build(),
        reader);
  }

  private static LifeEvent event(
      LifeEventHeading heading,
      LifeEventType type,
      LocalDate day,
      LifeEventDetails details,
      RecipientKey reader) {
    return LifeEvent.newBuilder()
        .setExchangeId(heading.exchangeId())
        .setType(type)
        .setFromCountry(heading.from().value())
        .setToCountry(heading.to().value())
        .setOccurredOn(day)
        .setRegisteredAt(heading.registeredAt())
        .setDetails(PersonalParts.seal(details, reader, heading.exchangeId().toString()))
        .build();
  }

  private static LifeEventDetails.Builder details(CountryCode own, Person person) {
    List<ForeignIdentifier> identifiers = new ArrayList<>();
    identifiers.add(new ForeignIdentifier(own, person.identifier()));
    identifiers.addAll(person.foreignIdentifiers());
    return LifeEventDetails.newBuilder()
        .setIdentifiers(PersonAvroMapper.foreignIdentifiers(identifiers))
        .setFamilyName(person.name().family())
        .setGivenName(person.name().given())
        .setDateOfBirth(person.birth().date());
  }

  /**
   * @throws RejectedRecordException if the message contradicts itself
   */
  private static ReceivedLifeEvent read(
      Message<LifeEvent> message, CountryCode reader, NationalKeys keys)
      throws RejectedRecordException {
    LifeEvent body = message.body();
    CountryCode from = message.envelope().source().country();
    check(body.getFromCountry().equals(from.value()), "fromCountry is not the sender's");
    check(body.getToCountry().equals(reader.value()), "toCountry is not the reader's");
    check(
        !body.getRegisteredAt().isAfter(message.envelope().time()),
        "registeredAt is later than the message");
    LifeEventDetails details =
        PersonalParts.open(
            body.getDetails(),
            LifeEventDetails.class,
            keys.heldBy(reader),
            body.getExchangeId().toString());
    return new ReceivedLifeEvent(message, event(body, from, details));
  }

  private static eu.digitalnorth.registry.population.LifeEvent event(
      LifeEvent body, CountryCode from, LifeEventDetails details) throws RejectedRecordException {
    List<ForeignIdentifier> identifiers = identifiers(details);
    return switch (body.getType()) {
      case MOVE ->
          new Move(
              from,
              identifiers,
              details.getDateOfBirth(),
              address(given(details.getNewAddress(), "A move has no newAddress")),
              body.getRegisteredAt());
      case DEATH ->
          new Death(
              from,
              identifiers,
              details.getDateOfBirth(),
              given(details.getDeceasedOn(), "A death has no deceasedOn"));
      case UNKNOWN -> new Unsupported(from, identifiers, details.getDateOfBirth());
    };
  }

  private static List<ForeignIdentifier> identifiers(LifeEventDetails details)
      throws RejectedRecordException {
    List<ForeignIdentifier> identifiers = new ArrayList<>();
    try {
      for (var one : details.getIdentifiers()) {
        identifiers.add(
            new ForeignIdentifier(
                CountryCode.of(one.getCountry()),
                new Identifier(one.getScheme(), one.getIdentifier())));
      }
      return identifiers;
    } catch (IllegalArgumentException e) {
      throw inconsistent("An identifier is none");
    }
  }

  private static Address address(eu.digitalnorth.schemas.register.Address address)
      throws RejectedRecordException {
    try {
      return new Address(
          address.getStreetAddress(),
          address.getHouseNumber(),
          address.getPostalCode(),
          address.getLocality(),
          address.getRegion(),
          CountryCode.of(address.getCountry()));
    } catch (IllegalArgumentException e) {
      throw inconsistent("newAddress is no address");
    }
  }

  private static <T> T given(@Nullable T value, String otherwise) throws RejectedRecordException {
    if (value == null) {
      throw inconsistent(otherwise);
    }
    return value;
  }

  private static void check(boolean holds, String otherwise) throws RejectedRecordException {
    if (!holds) {
      throw inconsistent(otherwise);
    }
  }

  private static RejectedRecordException inconsistent(String explanation) {
    return new RejectedRecordException(Rejection.INCONSISTENT, explanation);
  }

  /**
   * What a life event says of itself.
   *
   * @param exchangeId names the change
   */
  record LifeEventHeading(
      UUID exchangeId,
      CountryCode from,
      CountryCode to,
      LocalDate occurredOn,
      Instant registeredAt) {}
}
