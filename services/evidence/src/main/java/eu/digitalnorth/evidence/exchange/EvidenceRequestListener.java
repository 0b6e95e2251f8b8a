package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.evidence.domain.EvidenceProvider;
import eu.digitalnorth.evidence.domain.EvidenceRequest;
import eu.digitalnorth.evidence.domain.Outcome;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.exchange.AttestationStatuses.Issued;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.inbox.MessageHandler;
import eu.digitalnorth.messaging.personal.NationalKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers evidence requests, a batch at a time: however many they are, the database is asked once
 * for positions, for statuses, for people and for companies.
 */
final class EvidenceRequestListener
    implements MessageHandler<eu.digitalnorth.schemas.evidence.EvidenceRequest> {
  private final CountryProfiles profiles;
  private final Registers registers;
  private final Withdrawals withdrawals;
  private final SeenPositions positions;
  private final NationalKeys keys;
  private final Map<CountryCode, EvidenceProvider> providers = new ConcurrentHashMap<>();

  EvidenceRequestListener(
      CountryProfiles profiles,
      Registers registers,
      Withdrawals withdrawals,
      SeenPositions positions,
      NationalKeys keys) {
    this.profiles = profiles;
    this.registers = registers;
    this.withdrawals = withdrawals;
    this.positions = positions;
    this.keys = keys;
  }

  @Override
  public void handle(
      List<Message<eu.digitalnorth.schemas.evidence.EvidenceRequest>> messages, Effects effects) {
    CountryCode country = effects.country();
    EvidenceProvider provider =
        providers.computeIfAbsent(country, c -> new EvidenceProvider(profiles.get(c), profiles));
    EvidenceAnswers answers = new EvidenceAnswers(effects, positions.by(country));
    List<Asked> batch = messages.stream().map(message -> read(country, message)).toList();
    Map<UUID, Outcome> refused = refuse(batch, provider, effects);
    Map<RegisterKey, RegisterEntry> entries = registers.find(country, admitted(batch, refused));
    for (Asked asked : batch) {
      RegisterEntry entry = asked.about() == null ? null : entries.get(asked.about());
      Outcome outcome = refused.get(asked.cause());
      answers.give(
          asked,
          provider.authorityFor(asked.request().type()),
          outcome == null ? provider.outcomeOf(asked.request(), entry) : outcome,
          pseudonym(country, asked, entry));
    }
  }

  private Asked read(
      CountryCode country, Message<eu.digitalnorth.schemas.evidence.EvidenceRequest> message) {
    EvidenceRequest request = EvidenceRequestMapper.read(message.body(), keys.heldBy(country));
    return new Asked(
        message,
        request,
        EvidenceProvider.subjectOf(request).map(s -> registers.key(country, s)).orElse(null));
  }

  private Map<UUID, Outcome> refuse(List<Asked> batch, EvidenceProvider provider, Effects effects) {
    Set<Issued> withdrawn =
        withdrawals.of(
            provider.country(), batch.stream().map(a -> a.request().attestationId()).toList());
    Map<UUID, Outcome> refused = new HashMap<>();
    for (Asked asked : batch) {
      boolean isWithdrawn = withdrawn.contains(attestation(asked.request()));
      provider
          .refusalOf(asked.request(), isWithdrawn, effects.now())
          .ifPresent(refusal -> refused.put(asked.cause(), refusal));
    }
    return refused;
  }

  private static Issued attestation(EvidenceRequest request) {
    CountryCode issuer = request.attestingCountry();
    return new Issued(issuer == null ? "" : issuer.lower(), request.attestationId());
  }

  private static List<RegisterKey> admitted(List<Asked> batch, Map<UUID, Outcome> refused) {
    List<RegisterKey> keys = new ArrayList<>(batch.size());
    for (Asked asked : batch) {
      if (!refused.containsKey(asked.cause())) {
        keys.add(Objects.requireNonNull(asked.about(), "The rules let nobody's request pass"));
      }
    }
    return keys;
  }

  private @Nullable String pseudonym(
      CountryCode country, Asked asked, @Nullable RegisterEntry entry) {
    if (entry != null) {
      return registers.pseudonym(country, entry);
    }
    return asked.about() == null ? null : asked.about().pseudonym();
  }
}
