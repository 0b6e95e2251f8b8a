package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.evidence.domain.Attestation;
import eu.digitalnorth.evidence.domain.EvidenceProvider;
import eu.digitalnorth.evidence.domain.EvidenceRequest;
import eu.digitalnorth.evidence.domain.Outcome;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.domain.Standing;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.inbox.MessageHandler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers evidence requests, a batch at a time: however many they are, the database is asked once
 * for positions, for statuses, for people and for companies.
 */
final class EvidenceRequestListener
    implements MessageHandler<eu.digitalnorth.schemas.evidence.EvidenceRequest> {
  private final CountryProfiles profiles;
  private final EvidenceRequestMapper mapper;
  private final Registers registers;
  private final Standings standings;
  private final SeenPositions positions;
  private final Map<CountryCode, EvidenceProvider> providers = new ConcurrentHashMap<>();

  EvidenceRequestListener(
      CountryProfiles profiles,
      EvidenceRequestMapper mapper,
      Registers registers,
      Standings standings,
      SeenPositions positions) {
    this.profiles = profiles;
    this.mapper = mapper;
    this.registers = registers;
    this.standings = standings;
    this.positions = positions;
  }

  @Override
  public void handle(
      List<Message<eu.digitalnorth.schemas.evidence.EvidenceRequest>> messages, Effects effects) {
    CountryCode country = effects.country();
    EvidenceProvider provider =
        providers.computeIfAbsent(country, c -> new EvidenceProvider(profiles.get(c), profiles));
    EvidenceAnswers answers = new EvidenceAnswers(effects, positions.by(country));
    List<Asked> batch = messages.stream().map(message -> read(message, effects)).toList();
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
      Message<eu.digitalnorth.schemas.evidence.EvidenceRequest> message, Effects effects) {
    EvidenceRequest request = mapper.read(message.body(), effects.country(), effects.now());
    return new Asked(
        message,
        request,
        EvidenceProvider.subjectOf(request)
            .map(subject -> registers.key(effects.country(), subject))
            .orElse(null));
  }

  private Map<UUID, Outcome> refuse(List<Asked> batch, EvidenceProvider provider, Effects effects) {
    List<Attestation> attestations =
        batch.stream().flatMap(asked -> asked.request().attestation().stream()).toList();
    Function<Attestation, Standing> known =
        standings.of(provider.country(), attestations, effects.now());
    Map<UUID, Outcome> refused = new HashMap<>();
    for (Asked asked : batch) {
      Standing standing = asked.request().attestation().map(known).orElse(Standing.UNKNOWN);
      provider
          .refusalOf(asked.request(), standing, effects.now())
          .ifPresent(refusal -> refused.put(asked.cause(), refusal));
    }
    return refused;
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
