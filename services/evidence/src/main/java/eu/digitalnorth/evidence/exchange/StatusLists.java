package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.domain.Attestation;
import eu.digitalnorth.evidence.domain.Standing;
import eu.digitalnorth.messaging.inbox.NotYetException;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.status.Status;
import eu.digitalnorth.trust.status.StatusListOutcome;
import eu.digitalnorth.trust.status.StatusListToken;
import eu.digitalnorth.trust.status.StatusListVerifier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status lists of the attesting countries. Which token counts is asked of the database, once
 * for a batch, in the transaction that also sees how far the topics were read; a token is verified
 * and unpacked once, and again after any key was revoked.
 */
final class StatusLists implements Standings {
  private static final Logger log = LoggerFactory.getLogger(StatusLists.class);

  private final StatusListRows rows;
  private final StatusListVerifier verifier;
  private final StatusListPatience patience;

  /** Another one since the last news of a key: what is verified with older ones is not kept. */
  private volatile Map<StatusListId, Verified> verified = new ConcurrentHashMap<>();

  StatusLists(StatusListRows rows, TrustedKeys keys, StatusListPatience patience) {
    this.rows = rows;
    this.verifier = new StatusListVerifier(keys.ring());
    this.patience = patience;
    keys.onNews(news -> verified = new ConcurrentHashMap<>());
  }

  @Override
  public Function<Attestation, Standing> of(
      CountryCode reader, Collection<Attestation> attestations, Instant now) {
    List<StatusListId> ids = attestations.stream().map(StatusListId::of).distinct().toList();
    Map<StatusListId, StatusListToken> fresh = new HashMap<>();
    if (!ids.isEmpty()) {
      Map<StatusListId, Instant> issued = rows.issued(reader, ids);
      for (StatusListId id : ids) {
        Optional<StatusListToken> list = fresh(reader, id, issued.get(id), now);
        if (list.isEmpty() && patience.isLeft(id.issuer())) {
          throw new NotYetException("a status list of " + id.issuer(), () -> await(reader, id));
        }
        list.ifPresent(token -> fresh.put(id, token));
      }
    }
    return attestation -> standing(attestation, fresh.get(StatusListId.of(attestation)));
  }

  private void await(CountryCode reader, StatusListId id) {
    patience.await(
        id.issuer(),
        now -> fresh(reader, id, rows.issued(reader, List.of(id)).get(id), now).isPresent());
  }

  private Optional<StatusListToken> fresh(
      CountryCode reader, StatusListId id, @Nullable Instant issuedAt, Instant now) {
    return issuedAt == null
        ? Optional.empty()
        : verified(reader, id, issuedAt, now).filter(token -> now.isBefore(token.freshUntil()));
  }

  private Optional<StatusListToken> verified(
      CountryCode reader, StatusListId id, Instant issuedAt, Instant now) {
    Map<StatusListId, Verified> cache = verified;
    Verified known = cache.get(id);
    if (known != null && known.issuedAt.equals(issuedAt)) {
      return Optional.of(known.token);
    }
    Optional<StatusListToken> token = rows.token(reader, id).flatMap(jwt -> verify(jwt, id, now));
    token.ifPresent(list -> cache.put(id, new Verified(issuedAt, list)));
    return token;
  }

  private Optional<StatusListToken> verify(String jwt, StatusListId id, Instant now) {
    return switch (verifier.verify(jwt, id.issuer(), id.uri(), now)) {
      case StatusListOutcome.Verified(StatusListToken token) -> Optional.of(token);
      case StatusListOutcome.UnknownKey(var keyId) -> refuse(id, "UNKNOWN_KEY");
      case StatusListOutcome.Refused(var reason) -> refuse(id, reason.name());
    };
  }

  private static Optional<StatusListToken> refuse(StatusListId id, String reason) {
    log.debug(
        "Not relying on a status list: issuer={} uri={} reason={}", id.issuer(), id.uri(), reason);
    return Optional.empty();
  }

  private static Standing standing(Attestation attestation, @Nullable StatusListToken token) {
    if (token == null) {
      return Standing.UNKNOWN;
    }
    Optional<Status> status = token.list().get(attestation.status().index());
    return status.map(StatusLists::standing).orElse(Standing.UNKNOWN);
  }

  private static Standing standing(Status status) {
    return switch (status) {
      case VALID -> Standing.VALID;
      case INVALID -> Standing.REVOKED;
      case SUSPENDED -> Standing.SUSPENDED;
    };
  }

  private record Verified(Instant issuedAt, StatusListToken token) {}
}
