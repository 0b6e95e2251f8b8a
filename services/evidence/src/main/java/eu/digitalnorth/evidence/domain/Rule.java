package eu.digitalnorth.evidence.domain;

import java.util.function.Predicate;

/**
 * One condition for an evidence to be provided.
 *
 * @param reason what the requester is told if it does not hold
 * @param name the condition in words, for people
 * @param holds must not fail on a case that an earlier rule refuses, since each is tested alone
 */
record Rule(RefusalReason reason, String name, Predicate<Case> holds) {

  Outcome.Refused refusal() {
    return new Outcome.Refused(reason, "Required: " + name);
  }
}
