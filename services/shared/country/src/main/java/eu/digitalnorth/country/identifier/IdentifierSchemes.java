package eu.digitalnorth.country.identifier;

import eu.digitalnorth.country.CountryProfile;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Every scheme that a country profile can name. */
public final class IdentifierSchemes {

  private final List<PersonScheme> people;
  private final List<CompanyScheme> companies;

  /**
   * The schemes.
   *
   * @param clock for the century of a Swedish number written with ten digits; nothing else
   */
  public IdentifierSchemes(Clock clock) {
    people =
        List.of(
            new DanishPersonalNumber(),
            CenturyGenderCode.ESTONIA,
            new FinnishPersonalCode(),
            new IcelandicPersonalNumber(),
            CenturyGenderCode.LITHUANIA,
            new LatvianPersonalCode(),
            new NorwegianBirthNumber(),
            new SwedishPersonalNumber(clock));
    companies =
        List.of(
            WeightedCompanyNumber.DENMARK,
            new EstonianRegistryCode(),
            WeightedCompanyNumber.FINLAND,
            new IcelandicOrganisationNumber(),
            new LithuanianCompanyCode(),
            WeightedCompanyNumber.LATVIA,
            WeightedCompanyNumber.NORWAY,
            new SwedishOrganisationNumber());
  }

  /** The identifier of a country's people. */
  public PersonScheme people(CountryProfile profile) {
    return named(people, profile.personScheme());
  }

  /** The identifier of a country's companies. */
  public CompanyScheme companies(CountryProfile profile) {
    return named(companies, profile.companyScheme());
  }

  /** A scheme of either kind; empty for a name that none has. */
  public Optional<IdentifierScheme> find(String name) {
    return all().filter(scheme -> scheme.name().equals(name)).findFirst();
  }

  public Stream<IdentifierScheme> all() {
    return Stream.concat(people.stream(), companies.stream());
  }

  /** The names that a profile may give for its people. */
  public static Stream<String> namesOfPeople() {
    return new IdentifierSchemes(Clock.systemUTC()).people.stream().map(PersonScheme::name);
  }

  /** The names that a profile may give for its companies. */
  public static Stream<String> namesOfCompanies() {
    return new IdentifierSchemes(Clock.systemUTC()).companies.stream().map(CompanyScheme::name);
  }

  private static <S extends IdentifierScheme> S named(List<S> schemes, String name) {
    return schemes.stream()
        .filter(scheme -> scheme.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No such identifier scheme: " + name));
  }
}
