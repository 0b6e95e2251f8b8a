package eu.digitalnorth.portal.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to start an exchange as somebody wrote it; anything may be missing or wrong.
 *
 * @param procedure OOTS procedure code, for example {@code T2}
 * @param requester id of the requesting authority, for example {@code NO:university-admissions}
 * @param citizenCountry whose eID scheme attests the citizen, for example {@code EE}
 * @param loginHint who is to be authenticated
 * @param company for which the citizen acts, if for one
 * @param levelOfAssurance {@code low}, {@code substantial}, {@code high}, or the URI of eIDAS
 * @param evidence what is asked for
 * @param explicitRequest whether the user asked that it be fetched
 * @param possibilityForPreview whether the user can see it before it is used; true if not given
 * @param lifetime how long answers are waited for (ISO 8601); {@code PT5M} if not given
 */
public record ExchangeDraft(
    @Nullable String procedure,
    @Nullable String requester,
    @Nullable String citizenCountry,
    @Nullable IdentifierDraft loginHint,
    @Nullable IdentifierDraft company,
    @Nullable String levelOfAssurance,
    @Nullable List<@Nullable EvidenceDraft> evidence,
    @Nullable Boolean explicitRequest,
    @Nullable Boolean possibilityForPreview,
    @Nullable String lifetime) {

  /**
   * @param scheme for example {@code ee-isikukood}
   * @param identifier in any spelling that the scheme accepts
   */
  public record IdentifierDraft(@Nullable String scheme, @Nullable String identifier) {
    /** Without the number, since this ends up in logs. */
    @Override
    public String toString() {
      return "IdentifierDraft[...]";
    }
  }

  /**
   * @param type for example {@code DIPLOMA}
   * @param providerCountry the citizen's country if not given
   */
  public record EvidenceDraft(@Nullable String type, @Nullable String providerCountry) {}
}
