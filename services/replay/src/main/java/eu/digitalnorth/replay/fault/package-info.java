/**
 * What goes wrong on purpose when a recording is replayed. The same plan does the same to the same
 * records, whatever is replayed besides.
 */
package eu.digitalnorth.replay.fault;
