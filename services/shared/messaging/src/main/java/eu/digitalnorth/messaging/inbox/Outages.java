package eu.digitalnorth.messaging.inbox;

import eu.digitalnorth.messaging.codec.RegistryUnavailableException;
import java.io.IOException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a dependency that is down from a record that is bad: the two are never confused. */
public final class Outages {
  private Outages() {}

  /** Whether trying the same again later can succeed. */
  public static boolean isOutage(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof RegistryUnavailableException
          || t instanceof TransientDataAccessException
          || t instanceof RecoverableDataAccessException
          || t instanceof DataAccessResourceFailureException
          || t instanceof TransactionException
          || t instanceof SQLTransientException
          || t instanceof SQLRecoverableException
          || t instanceof RetriableException
          || t instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
