package eu.digitalnorth.messaging.lifecycle;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Says once per attempt what is being waited for, without the records. */
final class OutageLog implements RetryListener {
  private static final Logger log = LoggerFactory.getLogger(OutageLog.class);

  private final String container;

  OutageLog(String container) {
    this.container = container;
  }

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception e, int attempt) {
    tell(e, attempt);
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> records, Exception e, int attempt) {
    tell(e, attempt);
  }

  /** What went wrong in the end, in one line. */
  static String rootOf(@Nullable Throwable e) {
    Throwable root = e;
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root);
  }

  private void tell(@Nullable Throwable e, int attempt) {
    log.warn(
        "Waiting for a dependency: container={} attempt={} cause={}",
        container,
        attempt,
        rootOf(e));
  }
}
