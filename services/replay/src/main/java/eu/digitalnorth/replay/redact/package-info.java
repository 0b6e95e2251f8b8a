/** Replaces chosen fields by pseudonyms as they are recorded; what belonged together still does. */
package eu.digitalnorth.replay.redact;
