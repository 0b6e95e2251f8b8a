package eu.digitalnorth.audit.store;

import eu.digitalnorth.audit.ledger.ChainVerifier;
import eu.digitalnorth.audit.ledger.Hash;
import eu.digitalnorth.audit.ledger.Head;
import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.ledger.Verification;
import eu.digitalnorth.country.CountryCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a ledger from its first entry to its last and verifies it on the way, with a cursor, while
 * others append: all is read as of one moment.
 */
public final class LedgerVerification {
  private static final int ROWS_AT_A_TIME = 1000;

  private final JdbcTemplate cursor;
  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;

  public LedgerVerification(DataSource database, PlatformTransactionManager transactions) {
    cursor = new JdbcTemplate(database);
    cursor.setFetchSize(ROWS_AT_A_TIME);
    jdbc = JdbcClient.create(database);
    snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  public Verification verify(CountryCode country) {
    return Objects.requireNonNull(snapshot.execute(status -> inSnapshot(country)));
  }

  private Verification inSnapshot(CountryCode country) {
    ChainVerifier verifier = new ChainVerifier(head(country), new StoredHashes(country));
    ResultSetExtractor<Verification> follow = rows -> follow(rows, verifier);
    return Objects.requireNonNull(
        cursor.query(
            "select * from ledger_entry where country = ? order by entry_number",
            follow,
            country.lower()));
  }

  private Head head(CountryCode country) {
    return jdbc.sql("select entries, hash from ledger_head where country = :country")
        .param("country", country.lower())
        .query((row, n) -> new Head(country, row.getLong(1), Hash.of(row.getBytes(2))))
        .optional()
        .orElseGet(() -> Head.ofEmpty(country));
  }

  private static Verification follow(ResultSet rows, ChainVerifier verifier) throws SQLException {
    boolean inOrder = true;
    while (inOrder && rows.next()) {
      inOrder = accept(rows, verifier);
    }
    return verifier.finish();
  }

  private static boolean accept(ResultSet row, ChainVerifier verifier) throws SQLException {
    LedgerEntry entry;
    try {
      entry = EntryRows.read(row, row.getRow());
    } catch (RuntimeException e) { // whatever somebody wrote there
      verifier.acceptUnreadable(row.getLong("entry_number"));
      return false;
    }
    return verifier.accept(entry);
  }

  private final class StoredHashes implements ChainVerifier.KnownHashes {
    private final CountryCode country;

    StoredHashes(CountryCode country) {
      this.country = country;
    }

    @Override
    public boolean isHashOfEntry(Hash hash) {
      return exists("entry_hash", hash);
    }

    @Override
    public boolean isBeforeAnEntry(Hash hash) {
      return exists("previous_hash", hash);
    }

    /** Without an index: it is asked once, and only of a ledger that is broken. */
    private boolean exists(String column, Hash hash) {
      return jdbc.sql(
              "select exists (select from ledger_entry where country = :country and %s = :hash)"
                  .formatted(column))
          .param("country", country.lower())
          .param("hash", hash.bytes())
          .query(Boolean.class)
          .single();
    }
  }
}
