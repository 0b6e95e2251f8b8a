/**
 * Dead letters: what services had to refuse, why, and how it is processed again. What has become of
 * a letter is nowhere noted: it is read from the topics that it was written to, so that no kill can
 * come between a deed and its note.
 */
package eu.digitalnorth.replay.letters;
