package eu.digitalnorth.portal.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.digitalnorth.portal.exchange.ExchangeDraft;
import eu.digitalnorth.portal.exchange.ExchangeDraft.EvidenceDraft;
import eu.digitalnorth.portal.exchange.ExchangeDraft.IdentifierDraft;
import eu.digitalnorth.portal.exchange.ExchangeState;
import eu.digitalnorth.portal.exchange.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story that can be played.
 *
 * @param id for programs: lower-case words with hyphens
 * @param story for people: one sentence
 * @param requester id of the requesting authority
 * @param persona a person in the seed of the citizen's country, for example {@code student}
 * @param actsForCompany whether the persona acts for the persona's company
 * @param lifetime of the exchange (ISO 8601)
 * @param citizen what the citizen does when asked
 * @param expected how the exchange ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scenario(
    String id,
    String title,
    String story,
    String requester,
    String procedure,
    String citizenCountry,
    String persona,
    boolean actsForCompany,
    String levelOfAssurance,
    List<EvidenceDraft> evidence,
    boolean explicitRequest,
    String lifetime,
    Citizen citizen,
    Expected expected) {

  public Scenario {
    evidence = List.copyOf(evidence);
  }

  /** The request that the scenario makes for a person. */
  ExchangeDraft draft(IdentifierDraft person, @Nullable IdentifierDraft company) {
    return new ExchangeDraft(
        procedure,
        requester,
        citizenCountry,
        person,
        actsForCompany ? company : null,
        levelOfAssurance,
        List.copyOf(evidence),
        explicitRequest,
        true,
        lifetime);
  }

  /** What the citizen does in the eID app. */
  public enum Citizen {
    APPROVES,
    DENIES
  }

  /**
   * How the exchange ends.
   *
   * @param stage who refuses, if it is refused
   * @param code of the refusal
   * @param reason of the refusal
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Expected(
      ExchangeState.Name state,
      Refusal.@Nullable Stage stage,
      @Nullable String code,
      @Nullable String reason) {

    boolean isWhole() {
      boolean refused = state == ExchangeState.Name.REFUSED;
      return refused == (stage != null) && refused == (code != null) && refused == (reason != null);
    }
  }
}
