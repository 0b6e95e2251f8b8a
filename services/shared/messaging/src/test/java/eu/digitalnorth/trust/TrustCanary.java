package eu.digitalnorth.trust;

import org.apache.kafka.common.TopicPartition;

/** Breaks a rule of the layers, to show that it would be noticed. */
public record TrustCanary(TopicPartition forbidden) {}
