package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.Authority;
import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.country.identifier.Check;
import eu.digitalnorth.country.identifier.IdentifierScheme;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.portal.exchange.DraftOutcome.FieldProblem;
import eu.digitalnorth.portal.exchange.ExchangeDraft.EvidenceDraft;
import eu.digitalnorth.portal.exchange.ExchangeDraft.IdentifierDraft;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks a draft against the country profiles, and says all that is wrong with it at once. Whether
 * the provider has an access agreement is not checked: that is for the provider to say.
 */
public final class DraftCheck {
  static final Duration SHORTEST = Duration.ofMillis(1);
  static final Duration LONGEST = Duration.ofHours(1);
  static final Duration USUAL = Duration.ofMinutes(5);
  static final int MOST_EVIDENCE = 10;

  private final CountryProfiles profiles;
  private final IdentifierSchemes schemes;
  private final Set<CountryCode> served;

  /**
   * @param served the countries whose portal this is
   */
  public DraftCheck(
      CountryProfiles profiles, IdentifierSchemes schemes, Collection<CountryCode> served) {
    this.profiles = profiles;
    this.schemes = schemes;
    this.served = Set.copyOf(served);
  }

  public DraftOutcome check(ExchangeDraft draft) {
    return new One(draft).check();
  }

  /** The check of one draft, with what it has found so far. */
  private final class One {
    private final ExchangeDraft draft;
    private final List<FieldProblem> problems = new ArrayList<>();

    One(ExchangeDraft draft) {
      this.draft = draft;
    }

    DraftOutcome check() {
      Optional<ProcedureCode> procedure =
          code("procedure", draft.procedure(), "a published procedure code", ProcedureCode::new);
      Optional<Authority> requester = requester(procedure);
      Optional<CountryProfile> citizens = citizens(requester);
      Optional<Identifier> person = citizens.flatMap(this::person);
      Optional<Identifier> company = citizens.flatMap(this::company);
      Optional<LevelOfAssurance> level = level();
      List<EvidenceWish> evidence = evidence(requester, citizens);
      Optional<Duration> lifetime = lifetime();
      if (draft.explicitRequest() == null) {
        problem("explicitRequest", "must be true or false: did the user ask for the evidence?");
      }
      if (!problems.isEmpty()) {
        return new DraftOutcome.Rejected(problems);
      }
      Terms terms =
          new Terms(
              requester.orElseThrow().id(),
              procedure.orElseThrow(),
              citizens.orElseThrow().code(),
              level.orElseThrow(),
              evidence,
              Boolean.TRUE.equals(draft.explicitRequest()),
              !Boolean.FALSE.equals(draft.possibilityForPreview()));
      return new DraftOutcome.Accepted(
          new ExchangeRequest(
              terms, person.orElseThrow(), company.orElse(null), lifetime.orElseThrow()));
    }

    private Optional<Authority> requester(Optional<ProcedureCode> procedure) {
      Optional<AuthorityId> id =
          code("requester", draft.requester(), "an authority id as CC:name", AuthorityId::new);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      Optional<Authority> found = id.flatMap(profiles::authority);
      if (found.isEmpty()) {
        problem("requester", "is no authority of a participant");
      } else if (!served.contains(found.get().id().country())) {
        problem("requester", "is of a country that this portal does not serve");
      } else if (!found.get().isRequester()) {
        problem("requester", "only provides evidence and runs no procedure");
      } else if (procedure.isPresent() && !found.get().runs(procedure.get())) {
        problem("requester", "does not run this procedure");
      }
      return found;
    }

    private Optional<CountryProfile> citizens(Optional<Authority> requester) {
      Optional<CountryProfile> profile = country("citizenCountry", draft.citizenCountry());
      if (profile.isPresent() && isOwn(requester, profile.get().code())) {
        problem("citizenCountry", "is the requester's own: nothing crosses a border");
      }
      return profile;
    }

    private Optional<Identifier> person(CountryProfile citizens) {
      if (draft.loginHint() == null) {
        problem("loginHint", "is missing: who is to be authenticated?");
        return Optional.empty();
      }
      return identifier("loginHint", draft.loginHint(), schemes.people(citizens));
    }

    private Optional<Identifier> company(CountryProfile citizens) {
      return draft.company() == null
          ? Optional.empty()
          : identifier("company", draft.company(), schemes.companies(citizens));
    }

    private Optional<Identifier> identifier(
        String field, IdentifierDraft given, IdentifierScheme expected) {
      if (!expected.name().equals(given.scheme())) {
        problem(field + ".scheme", "must be " + expected.name() + ", the citizen's country's");
        return Optional.empty();
      }
      if (given.identifier() == null) {
        problem(field + ".identifier", "is missing");
        return Optional.empty();
      }
      return switch (expected.check(given.identifier())) {
        case Check.Valid valid -> Optional.of(new Identifier(expected.name(), valid.normalised()));
        case Check.Invalid invalid -> {
          problem(field + ".identifier", invalid.reason().words());
          yield Optional.empty();
        }
      };
    }

    private Optional<LevelOfAssurance> level() {
      String given = draft.levelOfAssurance();
      Optional<LevelOfAssurance> level =
          Arrays.stream(LevelOfAssurance.values())
              .filter(one -> one.uri().equals(given) || one.name().equalsIgnoreCase(given))
              .findFirst();
      if (level.isEmpty()) {
        problem("levelOfAssurance", "must be low, substantial or high");
      }
      return level;
    }

    private List<EvidenceWish> evidence(
        Optional<Authority> requester, Optional<CountryProfile> citizens) {
      List<@Nullable EvidenceDraft> given = draft.evidence();
      if (given == null || given.isEmpty() || given.size() > MOST_EVIDENCE) {
        problem("evidence", "must be a list of 1 to " + MOST_EVIDENCE + " evidence types");
        return List.of();
      }
      List<EvidenceWish> wishes = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        wish("evidence[" + i + "]", given.get(i), requester, citizens).ifPresent(wishes::add);
      }
      if (new HashSet<>(wishes).size() < wishes.size()) {
        problem("evidence", "asks one country for the same evidence twice");
      }
      return wishes;
    }

    private Optional<EvidenceWish> wish(
        String field,
        @Nullable EvidenceDraft given,
        Optional<Authority> requester,
        Optional<CountryProfile> citizens) {
      if (given == null) {
        problem(field, "is missing");
        return Optional.empty();
      }
      Optional<EvidenceTypeCode> type =
          code(
              field + ".type",
              given.type(),
              "one of " + Arrays.toString(EvidenceTypeCode.values()),
              EvidenceTypeCode::valueOf);
      if (type.filter(EvidenceTypeCode.COMPANY_REGISTRATION::equals).isPresent()
          && draft.company() == null) {
        problem("company", "is missing: whose registration is asked for?");
      }
      Optional<CountryCode> provider =
          given.providerCountry() == null
              ? citizens.map(CountryProfile::code)
              : country(field + ".providerCountry", given.providerCountry())
                  .map(CountryProfile::code);
      if (given.providerCountry() != null
          && provider.filter(code -> isOwn(requester, code)).isPresent()) {
        problem(field + ".providerCountry", "is the requester's own: nothing crosses a border");
      }
      return type.flatMap(t -> provider.map(country -> new EvidenceWish(t, country)));
    }

    private Optional<Duration> lifetime() {
      if (draft.lifetime() == null) {
        return Optional.of(USUAL);
      }
      try {
        Duration lifetime = Duration.parse(draft.lifetime());
        if (lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0) {
          return Optional.of(lifetime);
        }
      } catch (DateTimeParseException e) {
        // falls through: the same words for both
      }
      problem("lifetime", "must be a duration (ISO 8601) from PT0.001S to PT1H");
      return Optional.empty();
    }

    private Optional<CountryProfile> country(String field, @Nullable String given) {
      Optional<CountryCode> code = code(field, given, "a country code as EE", CountryCode::of);
      Optional<CountryProfile> profile = code.flatMap(profiles::find);
      if (code.isPresent() && profile.isEmpty()) {
        problem(field, "does not take part");
      }
      return profile;
    }

    private <T> Optional<T> code(
        String field, @Nullable String given, String expected, Function<String, T> type) {
      if (given == null) {
        problem(field, "is missing");
        return Optional.empty();
      }
      try {
        return Optional.of(type.apply(given));
      } catch (IllegalArgumentException e) { // its message repeats what was given
        problem(field, "must be " + expected);
        return Optional.empty();
      }
    }

    private boolean isOwn(Optional<Authority> requester, CountryCode country) {
      return requester.filter(one -> one.id().country().equals(country)).isPresent();
    }

    private void problem(String field, String what) {
      problems.add(new FieldProblem(field, what));
    }
  }
}
