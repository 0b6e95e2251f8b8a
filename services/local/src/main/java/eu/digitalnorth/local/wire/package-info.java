/**
 * Listens to what goes over the wire, as anybody could who may read the topics: with a plain
 * consumer and Confluent's own deserializer, and without the services' classes.
 */
package eu.digitalnorth.local.wire;
