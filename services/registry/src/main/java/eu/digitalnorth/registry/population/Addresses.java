package eu.digitalnorth.registry.population;

import static eu.digitalnorth.registry.population.RegisteredAddress.BY_REGISTRATION;

import eu.digitalnorth.country.CountryCode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule for moves that Estonia and Finland agreed on: a person has one address, the one
 * registered last. An address that another country claims nevertheless, registered earlier, is kept
 * and shown: a double address.
 *
 * @param counting the address that counts
 * @param other the double address
 */
public record Addresses(RegisteredAddress counting, @Nullable RegisteredAddress other) {

  public static Addresses only(RegisteredAddress counting) {
    return new Addresses(counting, null);
  }

  /**
   * What holds after one more claim. A country claims one address: its later claim replaces its
   * earlier one. What the register's own country claimed is given up when another wins.
   *
   * @param own the register's country
   * @return empty if the claim changes nothing, being older than what that country claimed last
   */
  public Optional<Addresses> after(RegisteredAddress claim, CountryCode own) {
    boolean stale =
        claims()
            .filter(c -> c.country().equals(claim.country()))
            .anyMatch(c -> BY_REGISTRATION.compare(c, claim) >= 0);
    if (stale) {
      return Optional.empty();
    }
    RegisteredAddress winner =
        BY_REGISTRATION.compare(claim, counting) > 0 || claim.country().equals(counting.country())
            ? claim
            : counting;
    RegisteredAddress loser =
        Stream.concat(claims(), Stream.of(claim))
            .filter(c -> !c.country().equals(winner.country()))
            .filter(c -> c.equals(claim) || !c.country().equals(claim.country()))
            .filter(c -> !c.country().equals(own))
            .max(BY_REGISTRATION)
            .orElse(null);
    Addresses after = new Addresses(winner, loser);
    return after.equals(this) ? Optional.empty() : Optional.of(after);
  }

  private Stream<RegisteredAddress> claims() {
    return Stream.of(counting, other).filter(Objects::nonNull).map(Objects::requireNonNull);
  }
}
