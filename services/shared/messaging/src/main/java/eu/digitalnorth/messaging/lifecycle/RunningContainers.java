package eu.digitalnorth.messaging.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** The containers of this process: started one by one, stopped all together. */
final class RunningContainers {
  private static final Logger log = LoggerFactory.getLogger(RunningContainers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<AbstractMessageListenerContainer<byte[], byte[]>> running = new ArrayList<>();
  private boolean closed;

  synchronized void open() {
    closed = false;
  }

  /** Does nothing once these are closed. */
  synchronized void start(AbstractMessageListenerContainer<byte[], byte[]> container) {
    if (!closed) {
      container.start();
      running.add(container);
    }
  }

  /** Stops what runs, and waits until the batches at hand are done. */
  synchronized void stopAll() {
    CountDownLatch stopped = new CountDownLatch(running.size());
    running.forEach(container -> container.stop(stopped::countDown));
    running.clear();
    try {
      if (!stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("Consumers are still busy: consumers={}", stopped.getCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops what runs, and starts no more. */
  synchronized void close() {
    closed = true;
    stopAll();
  }
}
