package eu.digitalnorth.messaging.store;

import org.apache.avro.Schema;

/** Breaks a rule of the layers, to show that it would be noticed. */
public record StoreCanary(Schema forbidden) {}
