package eu.digitalnorth.registry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.Check;
import eu.digitalnorth.country.identifier.Check.Warning;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.business.CompanyStatus;
import eu.digitalnorth.registry.population.ForeignIdentifier;
import eu.digitalnorth.registry.population.Kinship;
import eu.digitalnorth.registry.population.Person;
import eu.digitalnorth.registry.register.Identifier;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final SeedSize SIZE = new SeedSize(1000, 200);
  private static final CountryProfiles PROFILES = CountryProfiles.load();
  private static final IdentifierSchemes SCHEMES = new IdentifierSchemes(Clock.systemUTC());
  private static final Map<CountryCode, RegisterSeed> WORLD = world(2017);

  private static Map<CountryCode, RegisterSeed> world(long seed) {
    return World.create(seed, SIZE, PROFILES, SCHEMES);
  }

  @Test
  void everyParticipantHasAThousandPeopleAndTwoHundredCompanies() {
    assertThat(WORLD.keySet()).isEqualTo(PROFILES.codes());
    assertThat(WORLD.values())
        .allSatisfy(
            register -> {
              assertThat(register.people()).hasSizeBetween(1000, 1200);
              assertThat(register.companies()).hasSize(200);
            });
  }

  @Test
  void theSameSeedGivesTheSameWorld() {
    assertThat(world(2017)).isEqualTo(WORLD);
  }

  @Test
  void anotherSeedGivesAnother() {
    assertThat(world(2018)).isNotEqualTo(WORLD);
  }

  @Test
  void everyIdentifierPassesItsSchemeAndCannotBeARealOnes() {
    assertThat(identifiers())
        .allSatisfy(
            identifier -> {
              Check check =
                  SCHEMES.find(identifier.scheme()).orElseThrow().check(identifier.value());
              assertThat(check).isInstanceOf(Check.Valid.class);
              assertThat(((Check.Valid) check).warnings())
                  .doesNotContain(Warning.ADVISORY_CHECK_DIGIT);
            });
  }

  @Test
  void peoplesIdentifiersAreOfTestRangesOrWereNeverIssued() {
    WORLD.forEach(
        (country, register) ->
            assertThat(register.people())
                .allSatisfy(
                    person ->
                        assertThat(warnings(person.identifier()))
                            .containsAnyOf(Warning.TEST_RANGE, Warning.NEVER_ISSUED)));
  }

  @Test
  void nobodySharesAnIdentifier() {
    assertThat(identifiers()).doesNotHaveDuplicates();
  }

  @Test
  void everyCountryHasThePersonasOfTheDemonstration() {
    assertThat(WORLD.values())
        .allSatisfy(
            register ->
                assertThat(register.personas())
                    .extracting(Persona::name)
                    .containsExactly("student", "owner", "mover", "bidder", "debtor", "deceased"));
  }

  @Test
  void theStudentHasADiplomaAndTheDeceasedHasDied() {
    assertThat(WORLD.values())
        .allSatisfy(
            register -> {
              assertThat(persona(register, "student").diplomas()).isNotEmpty();
              assertThat(persona(register, "student").isDeceased()).isFalse();
              assertThat(persona(register, "deceased").isDeceased()).isTrue();
            });
  }

  @Test
  void theMoverLivesAtHomeWithAFamily() {
    WORLD.forEach(
        (country, register) -> {
          Person mover = persona(register, "mover");
          assertThat(mover.addresses().counting().country()).isEqualTo(country);
          assertThat(mover.relatives())
              .extracting(relative -> relative.kinship())
              .contains(Kinship.SPOUSE, Kinship.CHILD);
          assertThat(mover.isDeceased()).isFalse();
        });
  }

  @Test
  void ownerBidderAndDebtorRepresentTheirActiveCompaniesAlone() {
    assertThat(WORLD.values())
        .allSatisfy(
            register -> {
              for (String name : List.of("owner", "bidder", "debtor")) {
                Company company = company(register, name);
                assertThat(company.status()).isEqualTo(CompanyStatus.ACTIVE);
                assertThat(company.representatives())
                    .singleElement()
                    .satisfies(one -> assertThat(one.jointly()).isFalse())
                    .satisfies(
                        one ->
                            assertThat(one.identifier())
                                .isEqualTo(persona(register, name).identifier()));
              }
              assertThat(company(register, "bidder").taxStatus().isClear()).isTrue();
              assertThat(company(register, "debtor").taxStatus().isClear()).isFalse();
            });
  }

  @Test
  void whoLivesBetweenTwoCountriesIsTheSamePersonInBothRegisters() {
    Map<Identifier, Person> all =
        people().stream().collect(Collectors.toMap(Person::identifier, Function.identity()));
    List<Person> migrants =
        people().stream().filter(p -> !p.foreignIdentifiers().isEmpty()).toList();

    assertThat(migrants).hasSizeGreaterThan(400);
    assertThat(migrants)
        .allSatisfy(
            here -> {
              for (ForeignIdentifier abroad : here.foreignIdentifiers()) {
                Person there = Objects.requireNonNull(all.get(abroad.identifier()));
                assertThat(there.name()).isEqualTo(here.name());
                assertThat(there.birth()).isEqualTo(here.birth());
                assertThat(there.foreignIdentifiers())
                    .anyMatch(back -> back.identifier().equals(here.identifier()));
              }
            });
  }

  @Test
  void someHaveADoubleAddress() {
    assertThat(people()).filteredOn(p -> p.addresses().other() != null).hasSizeGreaterThan(50);
  }

  @Test
  void relativesAreRegisteredWhereTheyAreSaidToBe() {
    Set<Identifier> known = people().stream().map(Person::identifier).collect(Collectors.toSet());

    assertThat(people())
        .allSatisfy(
            person ->
                assertThat(person.relatives())
                    .allMatch(relative -> known.contains(relative.identifier())));
  }

  @Test
  void parentsAreOlderThanTheirChildren() {
    Map<Identifier, Person> all =
        people().stream().collect(Collectors.toMap(Person::identifier, Function.identity()));

    assertThat(people())
        .allSatisfy(
            child ->
                assertThat(child.relatives())
                    .filteredOn(relative -> relative.kinship() == Kinship.PARENT)
                    .allSatisfy(
                        parent ->
                            assertThat(
                                    Objects.requireNonNull(all.get(parent.identifier()))
                                        .birth()
                                        .date())
                                .isBefore(child.birth().date().minusYears(17))));
  }

  @Test
  void namesHaveTheirCountrysLettersAndAreTransliterated() {
    assertThat(WORLD.values())
        .allSatisfy(
            register ->
                assertThat(register.people())
                    .anyMatch(p -> !p.name().full().matches("[A-Za-z -]+"))
                    .allMatch(p -> p.name().familyTransliterated().matches("[A-Za-z' -]+"))
                    .allMatch(p -> p.name().givenTransliterated().matches("[A-Za-z' -]+")));
  }

  @Test
  void icelandersAreNamedAfterTheirFathers() {
    RegisterSeed iceland = Objects.requireNonNull(WORLD.get(CountryCode.of("is")));

    assertThat(iceland.people())
        .filteredOn(p -> p.nationalities().contains(CountryCode.of("is")))
        .allMatch(p -> p.name().family().endsWith("son") || p.name().family().endsWith("dóttir"));
  }

  private static Collection<Person> people() {
    return WORLD.values().stream().flatMap(register -> register.people().stream()).toList();
  }

  private static List<Identifier> identifiers() {
    return WORLD.values().stream()
        .flatMap(
            register ->
                Stream.concat(
                    register.people().stream().map(Person::identifier),
                    register.companies().stream().map(Company::identifier)))
        .toList();
  }

  private static Set<Warning> warnings(Identifier identifier) {
    Check check = SCHEMES.find(identifier.scheme()).orElseThrow().check(identifier.value());
    return check instanceof Check.Valid valid ? valid.warnings() : new HashSet<>();
  }

  private static Person persona(RegisterSeed register, String name) {
    Identifier identifier = named(register, name).person();
    return register.people().stream()
        .filter(person -> person.identifier().equals(identifier))
        .findFirst()
        .orElseThrow();
  }

  private static Company company(RegisterSeed register, String name) {
    return register.companies().stream()
        .filter(company -> company.identifier().equals(named(register, name).company()))
        .findFirst()
        .orElseThrow();
  }

  private static Persona named(RegisterSeed register, String name) {
    return register.personas().stream()
        .filter(persona -> persona.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
