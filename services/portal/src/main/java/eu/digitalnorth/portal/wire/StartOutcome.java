package eu.digitalnorth.portal.wire;

import java.util.UUID;

/** What became of a request to start an exchange. */
public sealed interface StartOutcome {

  /** It runs, be it since now or since the same request came before. */
  record Started(UUID exchangeId) implements StartOutcome {}

  /** The idempotency key was used for another request. */
  record KeyReused() implements StartOutcome {}
}
