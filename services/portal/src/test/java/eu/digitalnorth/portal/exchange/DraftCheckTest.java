package eu.digitalnorth.portal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.identifier.IdentifierSchemes;
import eu.digitalnorth.portal.exchange.DraftOutcome.Accepted;
import eu.digitalnorth.portal.exchange.DraftOutcome.FieldProblem;
import eu.digitalnorth.portal.exchange.DraftOutcome.Rejected;
import eu.digitalnorth.portal.exchange.ExchangeDraft.EvidenceDraft;
import eu.digitalnorth.portal.exchange.ExchangeDraft.IdentifierDraft;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckTest {
  private static final String STUDENT = "39901012239";

  private final DraftCheck check =
      new DraftCheck(
          CountryProfiles.load(),
          new IdentifierSchemes(Clock.systemUTC()),
          List.of(CountryCode.of("NO"), CountryCode.of("SE")));

  @Test
  void aCompleteDraftIsAccepted() {
    ExchangeRequest request = accepted(new Draft());

    assertThat(request.terms().country()).isEqualTo(CountryCode.of("NO"));
    assertThat(request.terms().level()).isEqualTo(LevelOfAssurance.HIGH);
    assertThat(request.terms().evidence())
        .containsExactly(new EvidenceWish(EvidenceTypeCode.DIPLOMA, CountryCode.of("EE")));
    assertThat(request.terms().possibilityForPreview()).isTrue();
    assertThat(request.lifetime()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void anEmptyDraftIsToldEverythingThatItLacks() {
    ExchangeDraft empty =
        new ExchangeDraft(null, null, null, null, null, null, null, null, null, null);

    assertThat(problems(empty))
        .extracting(FieldProblem::field)
        .containsExactly(
            "procedure",
            "requester",
            "citizenCountry",
            "levelOfAssurance",
            "evidence",
            "explicitRequest");
  }

  @Test
  void theSameRequestInAnotherSpellingIsTheSame() {
    Draft other = new Draft();
    other.level = "http://eidas.europa.eu/LoA/high";
    other.citizenCountry = "ee";
    other.lifetime = "PT300S";

    assertThat(accepted(other).canonical()).isEqualTo(accepted(new Draft()).canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "NO:no-such-authority, is no authority of a participant",
    "XX:university, is no authority of a participant",
    "nonsense, must be an authority id as CC:name",
    "DK:university-admissions, is of a country that this portal does not serve",
    "NO:tax-administration, only provides evidence and runs no procedure",
    "NO:procurement, does not run this procedure"
  })
  void aRequesterMustRunTheProcedureHere(String requester, String problem) {
    Draft draft = new Draft();
    draft.requester = requester;

    assertProblem(draft, "requester", problem);
  }

  @ParameterizedTest
  @CsvSource({
    "NO, is the requester's own: nothing crosses a border",
    "DE, does not take part",
    "Estonia, must be a country code as EE"
  })
  void aCitizenComesFromAnotherParticipant(String country, String problem) {
    Draft draft = new Draft();
    draft.citizenCountry = country;

    assertProblem(draft, "citizenCountry", problem);
  }

  @Test
  void aProviderIsAnotherParticipantToo() {
    Draft draft = new Draft();
    draft.evidence = List.of(new EvidenceDraft("DIPLOMA", "NO"));

    assertProblem(
        draft, "evidence[0].providerCountry", "is the requester's own: nothing crosses a border");
  }

  @ParameterizedTest
  @ValueSource(strings = {"39901012238", "3990101223", "abc"})
  void aMalformedIdentifierIsRejectedWithoutRepeatingIt(String identifier) {
    Draft draft = new Draft();
    draft.loginHint = new IdentifierDraft("ee-isikukood", identifier);

    assertThat(problems(draft.build())).hasSize(1);
    assertThat(problems(draft.build()).toString()).doesNotContain(identifier);
  }

  @Test
  void anAdvisoryChecksumIsNoReasonToReject() {
    Draft draft = new Draft();
    draft.citizenCountry = "DK";
    draft.loginHint = new IdentifierDraft("dk-cpr", "0101010001");

    assertThat(accepted(draft).person().scheme()).isEqualTo("dk-cpr");
  }

  @Test
  void anotherCountrysSchemeIsRejected() {
    Draft draft = new Draft();
    draft.loginHint = new IdentifierDraft("lv-personas-kods", "01010110006");

    assertProblem(draft, "loginHint.scheme", "must be ee-isikukood, the citizen's country's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1S", "PT0.0009S", "PT1H0.001S", "5 minutes", "P1D"})
  void aLifetimeHasBounds(String lifetime) {
    Draft draft = new Draft();
    draft.lifetime = lifetime;

    assertProblem(draft, "lifetime", "must be a duration (ISO 8601) from PT0.001S to PT1H");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.001S", "PT1H"})
  void theBoundsThemselvesAreAccepted(String lifetime) {
    Draft draft = new Draft();
    draft.lifetime = lifetime;

    assertThat(accepted(draft).lifetime()).isEqualTo(Duration.parse(lifetime));
  }

  @Test
  void aCompanysRegistrationNeedsACompany() {
    Draft draft = new Draft();
    draft.evidence = List.of(new EvidenceDraft("COMPANY_REGISTRATION", null));

    assertProblem(draft, "company", "is missing: whose registration is asked for?");
  }

  @Test
  void theSameEvidenceIsNotAskedForTwice() {
    Draft draft = new Draft();
    draft.evidence =
        List.of(new EvidenceDraft("DIPLOMA", null), new EvidenceDraft("DIPLOMA", "EE"));

    assertProblem(draft, "evidence", "asks one country for the same evidence twice");
  }

  @Test
  void anUnknownEvidenceTypeIsRejected() {
    Draft draft = new Draft();
    draft.evidence = List.of(new EvidenceDraft("MARRIAGE", null));

    assertThat(problems(draft.build()))
        .extracting(FieldProblem::field)
        .containsExactly("evidence[0].type");
  }

  @Test
  void moreEvidenceThanTheLimitIsRejected() {
    Draft draft = new Draft();
    draft.evidence = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      draft.evidence.add(new EvidenceDraft("DIPLOMA", null));
    }

    assertProblem(draft, "evidence", "must be a list of 1 to 10 evidence types");
  }

  @Test
  void nothingThatIsPrintedNamesThePerson() {
    Draft draft = new Draft();

    assertThat(draft.build().toString()).doesNotContain(STUDENT);
    assertThat(accepted(draft).toString()).doesNotContain(STUDENT);
  }

  private ExchangeRequest accepted(Draft draft) {
    DraftOutcome outcome = check.check(draft.build());
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).request();
  }

  private List<FieldProblem> problems(ExchangeDraft draft) {
    DraftOutcome outcome = check.check(draft);
    assertThat(outcome).isInstanceOf(Rejected.class);
    return ((Rejected) outcome).problems();
  }

  private void assertProblem(Draft draft, String field, String problem) {
    assertThat(problems(draft.build())).contains(new FieldProblem(field, problem));
  }

  /** An Estonian student's application to a Norwegian university; a test changes one thing. */
  private static final class Draft {
    private String requester = "NO:university-admissions";
    private String citizenCountry = "EE";
    private IdentifierDraft loginHint = new IdentifierDraft("ee-isikukood", STUDENT);
    private String level = "high";
    private List<EvidenceDraft> evidence = List.of(new EvidenceDraft("DIPLOMA", null));
    private String lifetime = "PT5M";

    ExchangeDraft build() {
      return new ExchangeDraft(
          "T2",
          requester,
          citizenCountry,
          loginHint,
          null,
          level,
          List.copyOf(evidence),
          true,
          null,
          lifetime);
    }
  }
}
