package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Transactions that see the database as it was at one moment, so that a decision's register rows
 * and the positions that the ledger is told of belong together.
 */
@Component
class OneMoment {
  private static final int ATTEMPTS = 3;

  private final UnitOfWork unitOfWork;
  private final JdbcClient jdbc;

  OneMoment(UnitOfWork unitOfWork, JdbcClient jdbc) {
    this.unitOfWork = unitOfWork;
    this.jdbc = jdbc;
  }

  /** The work is done again, and sees what is new, if somebody else wrote the same row. */
  <R> R execute(CountryCode country, Function<Effects, R> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return unitOfWork.execute(country, effects -> inOneMoment(effects, work));
      } catch (ConcurrencyFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private <R> R inOneMoment(Effects effects, Function<Effects, R> work) {
    jdbc.sql("set transaction isolation level repeatable read").update();
    return work.apply(effects);
  }
}
