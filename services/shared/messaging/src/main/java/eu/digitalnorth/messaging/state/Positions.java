package eu.digitalnorth.messaging.state;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.schemas.wire.TopicPosition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far compacted topics were read into the service's database. Kept in the transaction that
 * takes the records in, so that a decision sees positions and records of the same moment.
 */
public final class Positions {
  private final JdbcClient jdbc;
  private final TrustedKeys keys;

  public Positions(JdbcClient jdbc, TrustedKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** For the audit event of a decision: registers, status and keys, as far as they were read. */
  public List<TopicPosition> seenBy(CountryCode reader) {
    return Stream.concat(kept(reader).stream(), keys.positions().stream()).toList();
  }

  private List<TopicPosition> kept(CountryCode reader) {
    return jdbc.sql(
            """
            select topic, partition, next_offset from topic_position
            where country = :country order by topic, partition
            """)
        .param("country", reader.lower())
        .query((row, number) -> new TopicPosition(row.getString(1), row.getInt(2), row.getLong(3)))
        .list();
  }

  public Map<TopicPartition, Long> nextOffsets(CountryCode reader) {
    return kept(reader).stream()
        .collect(
            Collectors.toMap(
                p -> new TopicPartition(p.getTopic(), p.getPartition()), TopicPosition::getOffset));
  }

  public void advance(CountryCode reader, Map<TopicPartition, Long> nextOffsets) {
    nextOffsets.forEach(
        (partition, next) ->
            jdbc.sql(
                    """
                    insert into topic_position (country, topic, partition, next_offset)
                    values (:country, :topic, :partition, :next)
                    on conflict (country, topic, partition) do update
                    set next_offset = greatest(topic_position.next_offset, excluded.next_offset)
                    """)
                .param("country", reader.lower())
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .param("next", next)
                .update());
  }

  /** The topic is another one than it was: it is to be read from its beginning. */
  public void forget(CountryCode reader, TopicPartition partition) {
    jdbc.sql(
            """
            delete from topic_position
            where country = :country and topic = :topic and partition = :partition
            """)
        .param("country", reader.lower())
        .param("topic", partition.topic())
        .param("partition", partition.partition())
        .update();
  }
}
