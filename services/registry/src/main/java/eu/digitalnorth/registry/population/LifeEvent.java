package eu.digitalnorth.registry.population;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What another country's register tells of a person. */
public sealed interface LifeEvent {

  CountryCode toldBy();

  /** All that the telling register knows, its own among them. */
  List<ForeignIdentifier> identifiers();

  LocalDate dateOfBirth();

  /** The identifier that the person has in the telling country. */
  default Optional<ForeignIdentifier> identifierThere() {
    return identifiers().stream().filter(i -> i.country().equals(toldBy())).findFirst();
  }

  /**
   * @param registeredAt of two moves the one registered later wins
   */
  record Move(
      CountryCode toldBy,
      List<ForeignIdentifier> identifiers,
      LocalDate dateOfBirth,
      Address newAddress,
      Instant registeredAt)
      implements LifeEvent {
    public Move {
      identifiers = List.copyOf(identifiers);
    }
  }

  record Death(
      CountryCode toldBy,
      List<ForeignIdentifier> identifiers,
      LocalDate dateOfBirth,
      LocalDate deceasedOn)
      implements LifeEvent {
    public Death {
      identifiers = List.copyOf(identifiers);
    }
  }

  /** A kind of event that this build does not know: a later one may. */
  record Unsupported(CountryCode toldBy, List<ForeignIdentifier> identifiers, LocalDate dateOfBirth)
      implements LifeEvent {
    public Unsupported {
      identifiers = List.copyOf(identifiers);
    }
  }
}
