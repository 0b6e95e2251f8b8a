package eu.digitalnorth.evidence.domain.canary;

import eu.digitalnorth.schemas.wire.PersonalPart;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what a class of the domain must not, so that the rules are seen to notice. */
public final class CanaryInTheDomain {
  public @Nullable JdbcClient spring;
  public @Nullable TopicPartition kafka;
  public @Nullable PersonalPart avro;
}
