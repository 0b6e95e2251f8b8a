package eu.digitalnorth.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.messaging.codec.RegistryUnavailableException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

class OutagesTest {
  static Stream<Throwable> outages() {
    return Stream.of(
        new RegistryUnavailableException("no answer", new IOException()),
        new DataAccessResourceFailureException("connection lost", new EOFException()),
        new CannotCreateTransactionException("none", new SQLTransientConnectionException()),
        new CannotAcquireLockException("could not serialize access"),
        new TimeoutException("no broker"),
        new IllegalStateException(new UncheckedIOException(new ConnectException())));
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException("a bug"),
        new DataIntegrityViolationException("a constraint"),
        new UnexpectedRollbackException("somebody swallowed an exception"),
        new UncheckedIOException(new EOFException()),
        new DataAccessResourceFailureException(
            "too long for its index", new SQLException("index row size", "54000")));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whatPassesIsWaitedFor(Throwable outage) {
    assertThat(Outages.isOutage(outage)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatDoesNotPassIsNot(Throwable fault) {
    assertThat(Outages.isOutage(fault)).isFalse();
  }
}
