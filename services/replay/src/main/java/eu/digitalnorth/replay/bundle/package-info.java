/**
 * The recording bundle: its files, its manifest, how it is written, read and verified. What others
 * need to read it is in docs/recording-format.md.
 */
package eu.digitalnorth.replay.bundle;
