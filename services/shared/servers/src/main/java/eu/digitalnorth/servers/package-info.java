/**
 * Starts real PostgreSQL, Kafka and schema registry servers on one machine without containers, each
 * as an operating system process of its own, from what Maven has resolved; nothing is downloaded
 * here.
 */
package eu.digitalnorth.servers;
