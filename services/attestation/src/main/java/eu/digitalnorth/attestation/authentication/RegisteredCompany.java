package eu.digitalnorth.attestation.authentication;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the business register says of a company, as far as it can be attested.
 *
 * @param euid European unique identifier
 * @param address in one line
 * @param active whether it does business: neither wound up, nor insolvent, nor dissolved
 * @param representatives who may act for it
 */
public record RegisteredCompany(
    String identifierScheme,
    String identifier,
    String euid,
    String legalName,
    String address,
    @Nullable String vatNumber,
    boolean active,
    Set<Representative> representatives) {

  public RegisteredCompany {
    representatives = Set.copyOf(representatives);
  }

  public boolean isRepresentedBy(Citizen citizen) {
    return representatives.contains(
        new Representative(citizen.identifierScheme(), citizen.identifier()));
  }

  /** A person by national identifier. */
  public record Representative(String identifierScheme, String identifier) {}

  /** Without people, since this ends up in logs. */
  @Override
  public String toString() {
    return "RegisteredCompany[" + euid + ']';
  }
}
