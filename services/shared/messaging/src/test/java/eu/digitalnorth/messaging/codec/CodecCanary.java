package eu.digitalnorth.messaging.codec;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks a rule of the layers, to show that it would be noticed. */
public record CodecCanary(JdbcClient forbidden) {}
