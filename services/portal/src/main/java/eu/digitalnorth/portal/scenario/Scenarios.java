package eu.digitalnorth.portal.scenario;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.country.identifier.TestIdentifiers;
import eu.digitalnorth.portal.exchange.DraftCheck;
import eu.digitalnorth.portal.exchange.DraftOutcome;
import eu.digitalnorth.portal.exchange.ExchangeDraft;
import eu.digitalnorth.portal.exchange.ExchangeDraft.IdentifierDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The scenarios of {@code scenarios.yaml}, each one checked to be a request that can be made. */
public final class Scenarios {
  private static final String RESOURCE = "/scenarios/scenarios.yaml";
  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final LocalDate SOMEBODYS_BIRTHDAY = LocalDate.of(1990, 6, 15);
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private final List<Scenario> scenarios;

  private Scenarios(List<Scenario> scenarios) {
    this.scenarios = List.copyOf(scenarios);
  }

  /**
   * Reads and checks them.
   *
   * @throws IllegalStateException naming the scenario that is wrong, and what is wrong with it
   */
  public static Scenarios load(CountryProfiles profiles, IdentifierSchemes schemes) {
    try (InputStream yaml = Scenarios.class.getResourceAsStream(RESOURCE)) {
      return checked(YAML.readValue(yaml, new TypeReference<>() {}), profiles, schemes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scenarios checked(
      List<Scenario> scenarios, CountryProfiles profiles, IdentifierSchemes schemes) {
    DraftCheck check = new DraftCheck(profiles, schemes, profiles.codes());
    Set<String> ids = new HashSet<>();
    for (Scenario scenario : scenarios) {
      require(ID.matcher(scenario.id()).matches(), scenario, "has a malformed id");
      require(ids.add(scenario.id()), scenario, "is there twice");
      require(scenario.expected().isWhole(), scenario, "expects half a refusal");
      DraftOutcome outcome = check.check(draftForSomebody(scenario, profiles, schemes));
      require(outcome instanceof DraftOutcome.Accepted, scenario, "is wrong: " + outcome);
    }
    return new Scenarios(scenarios);
  }

  public List<Scenario> all() {
    return scenarios;
  }

  public Optional<Scenario> find(String id) {
    return scenarios.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static ExchangeDraft draftForSomebody(
      Scenario scenario, CountryProfiles profiles, IdentifierSchemes schemes) {
    CountryProfile citizens = profiles.get(CountryCode.of(scenario.citizenCountry()));
    TestIdentifiers numbers =
        new TestIdentifiers(schemes.people(citizens), schemes.companies(citizens));
    String person = numbers.person(SOMEBODYS_BIRTHDAY, Sex.FEMALE).identifier();
    return scenario.draft(
        new IdentifierDraft(citizens.personScheme(), person),
        new IdentifierDraft(citizens.companyScheme(), numbers.company()));
  }

  private static void require(boolean condition, Scenario scenario, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("Scenario " + scenario.id() + ' ' + otherwise);
    }
  }
}
