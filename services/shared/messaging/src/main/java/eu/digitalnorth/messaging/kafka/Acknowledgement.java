package eu.digitalnorth.messaging.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The broker's word that it has a record. */
public final class Acknowledgement {
  private Acknowledgement() {}

  /**
   * Returns when it has.
   *
   * @param sending as a producer gave it
   * @throws KafkaException if it does not take the record
   */
  public static void await(Future<?> sending) {
    try {
      sending.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("A record was not acknowledged", e.getCause());
    }
  }
}
