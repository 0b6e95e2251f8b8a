package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.codec.RegistryUnavailableException;
import eu.digitalnorth.messaging.personal.NoRecipientKeyException;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionUsageException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Tells a dependency that is down from a record that is bad: the two are never confused. */
public final class Outages {
  /** PostgreSQL's class of errors for what exceeds its limits, such as a key for its index. */
  private static final String PROGRAM_LIMIT_EXCEEDED = "54";

  private Outages() {}

  /** Whether trying the same again later can succeed. */
  public static boolean isOutage(Throwable failure) {
    return causes(failure).noneMatch(Outages::cannotSucceed)
        && causes(failure).anyMatch(Outages::mayPass);
  }

  private static boolean mayPass(Throwable t) {
    return t instanceof RegistryUnavailableException
        || t instanceof NoRecipientKeyException
        || t instanceof TransientDataAccessException
        || t instanceof RecoverableDataAccessException
        || t instanceof DataAccessResourceFailureException
        || t instanceof TransactionException
        || t instanceof SQLTransientException
        || t instanceof SQLRecoverableException
        || t instanceof RetriableException
        || t instanceof InterruptException
        || (t instanceof IOException && !(t instanceof EOFException));
  }

  private static boolean cannotSucceed(Throwable t) {
    return t instanceof UnexpectedRollbackException
        || t instanceof TransactionUsageException
        || (t instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith(PROGRAM_LIMIT_EXCEEDED));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause);
  }
}
