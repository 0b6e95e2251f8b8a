package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.evidence.domain.SubjectId.Kind;

/**
 * Where to look for a subject.
 *
 * @param pseudonym by the key of the register's country
 */
record RegisterKey(Kind kind, String pseudonym) {}
