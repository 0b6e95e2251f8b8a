package eu.digitalnorth.messaging.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class MessageMetricsTest {
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final MessageMetrics metrics = new MessageMetrics(meters);
  private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());

  @Test
  void whatIsRolledBackDoesNotCount() {
    transaction.executeWithoutResult(
        status -> {
          end();
          status.setRollbackOnly();
        });

    assertThat(ended()).isZero();
  }

  @Test
  void whatIsCommittedCountsOnce() {
    transaction.executeWithoutResult(
        status -> {
          end();
          assertThat(ended()).isZero();
        });

    assertThat(ended()).isEqualTo(1);
  }

  @Test
  void outsideOfATransactionItCountsAtOnce() {
    end();

    assertThat(ended()).isEqualTo(1);
  }

  private void end() {
    metrics.ended(CountryCode.of("NO"), "COMPLETED", Duration.ofSeconds(1));
  }

  private long ended() {
    return meters.get("exchange.duration").tag("state", "COMPLETED").timer().count();
  }

  private static final class NoDatabase extends AbstractPlatformTransactionManager
      implements PlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }
}
