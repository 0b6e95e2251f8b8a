/**
 * Runs one service against a recording: on empty servers of its own, with the time and the state
 * that each recorded decision was made with, and compares what it says with what was recorded.
 */
package eu.digitalnorth.replay.sandbox;
