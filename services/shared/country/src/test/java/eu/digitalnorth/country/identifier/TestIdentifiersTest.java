package eu.digitalnorth.country.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.identifier.Check.Valid;
import eu.digitalnorth.country.identifier.Check.Warning;
import eu.digitalnorth.country.identifier.PersonScheme.Sex;
import eu.digitalnorth.country.identifier.TestIdentifiers.TestPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestIdentifiersTest {

  private static final LocalDate FIRST = LocalDate.of(1930, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

  static List<CountryProfile> countries() {
    return List.copyOf(CountryProfiles.load().all());
  }

  @ParameterizedTest
  @MethodSource("countries")
  void noPersonIsGivenTwice(CountryProfile country) {
    assertThat(people(country, 3_000)).extracting(TestPerson::identifier).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("countries")
  void noCompanyIsGivenTwice(CountryProfile country) {
    TestIdentifiers identifiers = identifiers(country);

    assertThat(Stream.generate(identifiers::company).limit(1_000)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("countries")
  void thereAreCompaniesEnough(CountryProfile country) {
    assertThat(Schemes.ALL.companies(country).synthetic().limit(50_000)).hasSize(50_000);
  }

  @ParameterizedTest
  @MethodSource("countries")
  void everyPersonPassesTheCheckAndCannotBeReal(CountryProfile country) {
    PersonScheme scheme = Schemes.ALL.people(country);

    assertThat(people(country, 1_000))
        .allSatisfy(
            person ->
                assertThat(scheme.check(person.identifier()))
                    .isInstanceOfSatisfying(
                        Valid.class, valid -> isSynthetic(valid, person.birthDate())));
  }

  private static void isSynthetic(Valid valid, LocalDate birthDate) {
    assertThat(valid.warnings()).containsAnyOf(Warning.TEST_RANGE, Warning.NEVER_ISSUED);
    assertThat(valid.warnings()).doesNotContain(Warning.ADVISORY_CHECK_DIGIT);
    assertThat(valid.birthDate().orElse(birthDate)).isEqualTo(birthDate);
  }

  @ParameterizedTest
  @MethodSource("countries")
  void everyCompanyPassesTheCheck(CountryProfile country) {
    CompanyScheme scheme = Schemes.ALL.companies(country);

    assertThat(scheme.synthetic().limit(1_000))
        .allSatisfy(number -> assertThat(scheme.check(number).isValid()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("countries")
  void theSameCallsGiveTheSameNumbers(CountryProfile country) {
    assertThat(people(country, 200)).isEqualTo(people(country, 200));
  }

  @ParameterizedTest
  @MethodSource("countries")
  void aNormalisedNumberStaysAsItIs(CountryProfile country) {
    PersonScheme scheme = Schemes.ALL.people(country);

    assertThat(people(country, 100))
        .extracting(TestPerson::identifier)
        .allSatisfy(
            number ->
                assertThat(scheme.check(number))
                    .isInstanceOfSatisfying(
                        Valid.class, valid -> assertThat(valid.normalised()).isEqualTo(number)));
  }

  @Test
  void aDayWithoutNumbersLeftMovesTheBirthToTheNext() {
    TestIdentifiers sweden =
        new TestIdentifiers(
            new SwedishPersonalNumber(Schemes.CLOCK), new SwedishOrganisationNumber());

    assertThat(sweden.person(LocalDate.of(1990, 5, 1), Sex.MALE).birthDate())
        .isEqualTo("1990-05-01");
    assertThat(sweden.person(LocalDate.of(1990, 5, 1), Sex.MALE).birthDate())
        .isEqualTo("1990-05-02");
  }

  private static TestIdentifiers identifiers(CountryProfile country) {
    return new TestIdentifiers(Schemes.ALL.people(country), Schemes.ALL.companies(country));
  }

  private static List<TestPerson> people(CountryProfile country, int count) {
    TestIdentifiers identifiers = identifiers(country);
    Random random = new Random(7);
    return random
        .longs(count, 0, LAST.toEpochDay() - FIRST.toEpochDay())
        .mapToObj(FIRST::plusDays)
        .map(day -> identifiers.person(day, day.getDayOfYear() % 2 == 0 ? Sex.FEMALE : Sex.MALE))
        .toList();
  }
}
