package eu.digitalnorth.attestation.authentication;

/** How a request is answered. */
public sealed interface Outcome {
  /** With who it is. */
  record Issued(Attestation attestation) implements Outcome {}

  /** With why not. */
  record Refused(RefusalReason reason) implements Outcome {}
}
