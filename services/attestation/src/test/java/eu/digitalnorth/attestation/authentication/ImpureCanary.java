package eu.digitalnorth.attestation.authentication;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the domain must not be like. */
public record ImpureCanary(
    JdbcClient jdbc, ProducerRecord<byte[], byte[]> record, SpecificRecord body) {}
