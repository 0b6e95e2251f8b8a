/**
 * Compares what was replayed with what was recorded, key by key, and reports in what fields they
 * differ.
 */
package eu.digitalnorth.replay.compare;
