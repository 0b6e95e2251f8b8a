package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.portal.exchange.ExchangeRequest;
import eu.digitalnorth.portal.exchange.Identifier;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.ExchangeStore.Started;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts exchanges: asks the citizen's country for an attestation, once per idempotency key. */
public final class ExchangeStarter {
  private static final String FINGERPRINT = "portal-request";

  private final UnitOfWork unitOfWork;
  private final ExchangeStore exchanges;
  private final RequestSender sender;
  private final KeyDirectory keys;
  private final Supplier<UUID> ids;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  ExchangeStarter(
      UnitOfWork unitOfWork,
      ExchangeStore exchanges,
      RequestSender sender,
      KeyDirectory keys,
      Supplier<UUID> ids) {
    this.unitOfWork = unitOfWork;
    this.exchanges = exchanges;
    this.sender = sender;
    this.keys = keys;
    this.ids = ids;
  }

  /**
   * Starts an exchange, or finds the one that the same request started before.
   *
   * @param caller for whom the key is one; another's key of the same name is another key
   * @param idempotencyKey chosen by the caller
   */
  public StartOutcome start(AuthorityId caller, String idempotencyKey, ExchangeRequest request) {
    CountryCode country = request.terms().country();
    Pseudonyms own = pseudonyms.computeIfAbsent(country, keys::pseudonyms);
    String fingerprint = own.of(FINGERPRINT, request.canonical());
    return unitOfWork.execute(
        country,
        effects -> {
          UUID id = ids.get();
          return exchanges
              .claim(caller.value() + ' ' + idempotencyKey, fingerprint, id, country)
              .map(earlier -> outcome(earlier, fingerprint))
              .orElseGet(() -> begin(id, request, own, effects));
        });
  }

  private StartOutcome begin(UUID id, ExchangeRequest request, Pseudonyms own, Effects effects) {
    sender.begin(
        id,
        request,
        own.of(request.person().scheme(), request.person().value()),
        pseudonym(own, request.company()),
        effects);
    return new StartOutcome.Started(id);
  }

  private static @Nullable String pseudonym(Pseudonyms own, @Nullable Identifier company) {
    return company == null ? null : own.of(company.scheme(), company.value());
  }

  private static StartOutcome outcome(Started earlier, String fingerprint) {
    return earlier.fingerprint().equals(fingerprint)
        ? new StartOutcome.Started(earlier.exchangeId())
        : new StartOutcome.KeyReused();
  }
}
