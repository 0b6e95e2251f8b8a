package eu.digitalnorth.registry.seed;

import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.identifier.Euid;
import eu.digitalnorth.country.identifier.TestIdentifiers;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.business.CompanyStatus;
import eu.digitalnorth.registry.business.Representative;
import eu.digitalnorth.registry.business.RepresentativeRole;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.TaxStatus;
import eu.digitalnorth.registry.seed.NationalData.LegalForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes up the companies of one country, one by one. */
final class Companies {
  private static final LocalDate OLDEST = LocalDate.of(1992, 3, 1);
  private static final LocalDate NEWEST = LocalDate.of(2025, 9, 30);
  private static final int VAT_SHORT = 6;

  final List<Company> all = new ArrayList<>();

  private final CountryProfile profile;
  private final NationalData data;
  private final TestIdentifiers identifiers;
  private final Homes homes;
  private final Dice dice;

  Companies(
      CountryProfile profile,
      NationalData data,
      TestIdentifiers identifiers,
      Homes homes,
      Dice dice) {
    this.profile = profile;
    this.data = data;
    this.identifiers = identifiers;
    this.homes = homes;
    this.dice = dice;
  }

  /** Companies that are represented by some of these people. */
  void growTo(int count, List<DraftPerson> adults) {
    while (all.size() < count) {
      LocalDate registeredOn = dice.day(OLDEST, NEWEST);
      add(status(), registeredOn, board(adults, registeredOn), mayOwe());
    }
  }

  /** An active company that one person represents alone. */
  Company of(DraftPerson person, RepresentativeRole role, BigDecimal owes) {
    LocalDate since = dice.day(LocalDate.of(2012, 1, 1), NEWEST);
    return add(CompanyStatus.ACTIVE, since, List.of(in(role, person, false, since)), owes);
  }

  private Company add(
      CompanyStatus status,
      LocalDate registeredOn,
      List<Representative> representatives,
      BigDecimal owes) {
    String number = identifiers.company();
    LegalForm form = dice.pick(data.legalForms());
    Company company =
        new Company(
            new Identifier(profile.companyScheme(), number),
            new Euid(profile.code(), profile.businessRegister().id(), number),
            form.pattern().replace("{name}", words()),
            form.name(),
            status,
            registeredOn,
            homes.address(),
            vat(number),
            representatives,
            new TaxStatus(Calendar.TODAY, owes, data.currency()));
    all.add(company);
    return company;
  }

  private String words() {
    return dice.pick(data.companies()) + ' ' + dice.pick(data.trades());
  }

  private @Nullable String vat(String number) {
    return dice.percent(85)
        ? data.vat()
            .replace("{number}", number)
            .replace("{last6}", number.substring(number.length() - VAT_SHORT))
        : null;
  }

  private CompanyStatus status() {
    int chance = dice.between(1, 100);
    return chance <= 90
        ? CompanyStatus.ACTIVE
        : chance <= 94
            ? CompanyStatus.WINDING_UP
            : chance <= 97 ? CompanyStatus.INSOLVENT : CompanyStatus.DISSOLVED;
  }

  private BigDecimal mayOwe() {
    return dice.percent(8)
        ? BigDecimal.valueOf(dice.between(20_000, 5_000_000), 2)
        : BigDecimal.ZERO;
  }

  /** One alone, or a chairperson with members who act jointly. */
  private List<Representative> board(List<DraftPerson> adults, LocalDate since) {
    List<Representative> board = new ArrayList<>();
    DraftPerson first = dice.pick(adults);
    if (dice.percent(60)) {
      RepresentativeRole role =
          dice.percent(50) ? RepresentativeRole.OWNER : RepresentativeRole.MANAGING_DIRECTOR;
      board.add(in(role, first, false, since));
      return board;
    }
    board.add(in(RepresentativeRole.CHAIRPERSON, first, dice.percent(50), since));
    for (DraftPerson other : List.of(dice.pick(adults), dice.pick(adults))) {
      if (board.stream().noneMatch(r -> r.identifier().equals(other.identifier))) {
        RepresentativeRole role =
            dice.percent(80) ? RepresentativeRole.BOARD_MEMBER : RepresentativeRole.PROCURIST;
        board.add(in(role, other, true, since));
      }
    }
    return board;
  }

  /** Nobody represents a company as a child: then since coming of age. */
  private static Representative in(
      RepresentativeRole role, DraftPerson person, boolean jointly, LocalDate since) {
    LocalDate ofAge = person.birth.date().plusYears(18);
    return new Representative(
        person.identifier,
        person.name().family(),
        person.name().given(),
        person.birth.date(),
        role,
        jointly,
        since.isBefore(ofAge) ? ofAge : since);
  }
}
