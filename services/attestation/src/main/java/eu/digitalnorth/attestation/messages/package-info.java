/** How requests arrive and answers leave: the only place that knows Avro and Kafka. */
@NullMarked
package eu.digitalnorth.attestation.messages;

import org.jspecify.annotations.NullMarked;
