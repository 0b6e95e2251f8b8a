package eu.digitalnorth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody with the database in hand changes Norway's ledger. */
class TamperingIT extends RunningAudit {
  private static final int EVENTS = 20;

  @Autowired private JdbcTemplate database;

  private long last;
  private long victim;

  @BeforeEach
  void keepACopyAndTakeTheGuardAway() {
    last = api().entries("no") + EVENTS;
    victim = last - EVENTS / 2;
    publish(
        Stream.generate(() -> record(AuditEvents.decided(NORWAY, UUID.randomUUID(), "cd")))
            .limit(EVENTS)
            .toList());
    await().atMost(Duration.ofSeconds(30)).until(() -> api().entries("no") == last);
    database.execute("create table untouched as select * from ledger_entry");
    database.execute("create table untouched_head as select * from ledger_head");
    database.execute("alter table ledger_entry disable trigger ledger_append_only");
  }

  @AfterEach
  void restore() {
    database.execute("alter table ledger_entry disable trigger ledger_append_only");
    database.execute("truncate ledger_entry, ledger_head");
    database.execute("insert into ledger_entry select * from untouched");
    database.execute("insert into ledger_head select * from untouched_head");
    database.execute("drop table untouched, untouched_head");
    database.execute("alter table ledger_entry enable trigger ledger_append_only");
    api().assertIntact("no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome = 'REFUSED'",
        "subject = null",
        "authority_name = null",
        "positions = '[]'",
        "positions = positions || ' '",
        "positions = 'what?'",
        "recorded_at = recorded_at + interval '1 microsecond'",
        "leaf_hash = sha256('')",
        "leaf_hash = ''",
        "entry_hash = sha256('')"
      })
  void anAlteredEntryIsNamed(String change) {
    database.update(
        "update ledger_entry set " + change + " where country = 'no' and entry_number = " + victim);

    assertBreach("ALTERED", victim, victim - 1);
  }

  @Test
  void aRemovedEntryIsNamed() {
    remove("entry_number = " + victim);

    assertBreach("REMOVED", victim, victim - 1);
  }

  @Test
  void aRemovedFirstEntryIsNamed() {
    remove("entry_number = 1");

    assertBreach("REMOVED", 1, 0);
  }

  @Test
  void removedLastEntriesAreNamed() {
    remove("entry_number > " + (last - 2));

    assertBreach("REMOVED", last - 1, last - 2);
  }

  @Test
  void aRemovedEntryIsNamedThoughTheOthersMovedUp() {
    remove("entry_number = " + victim);
    renumber(victim, -1);

    assertBreach("REMOVED", victim, victim - 1);
  }

  @Test
  void swappedEntriesAreNamed() {
    move(victim, 1_000_000);
    move(victim + 5, victim);
    move(1_000_000, victim + 5);

    assertBreach("REORDERED", victim, victim - 1);
  }

  @Test
  void anEntryThatWasAddedIsNamed() {
    insertCopyOfEntry(victim, last + 1);

    assertBreach("INSERTED", last + 1, last);
  }

  @Test
  void anEntryThatWasPutBetweenOthersIsNamed() {
    renumber(victim, +1);
    insertCopyOfEntry(victim - 1, victim);

    assertBreach("ALTERED", victim, victim - 1); // its id is another, its hash is not
  }

  @Test
  void anAlteredHeadIsNamed() {
    database.update("update ledger_head set hash = sha256('') where country = 'no'");

    assertBreach("HEAD", last, last);
  }

  @Test
  void anotherCountrysLedgerStaysIntact() {
    remove("entry_number = " + victim);

    api().assertIntact("ee");
  }

  @Test
  void aMistakeIsStoppedByTheDatabase() {
    database.execute("alter table ledger_entry enable trigger ledger_append_only");

    assertThatThrownBy(() -> remove("entry_number = " + victim))
        .hasMessageContaining("append-only");
  }

  private void remove(String which) {
    database.update("delete from ledger_entry where country = 'no' and " + which);
  }

  private void move(long from, long to) {
    database.update(
        "update ledger_entry set entry_number = ? where country = 'no' and entry_number = ?",
        to,
        from);
  }

  /** In two steps, since numbers are unique. */
  private void renumber(long from, int by) {
    database.update(
        """
        update ledger_entry set entry_number = -entry_number
        where country = 'no' and entry_number >= ?
        """,
        from);
    database.update(
        """
        update ledger_entry set entry_number = ? - entry_number
        where country = 'no' and entry_number < 0
        """,
        by);
  }

  private void insertCopyOfEntry(long original, long number) {
    database.execute("create table copy as select * from ledger_entry where false");
    database.update(
        "insert into copy select * from ledger_entry where country = 'no' and entry_number = ?",
        original);
    database.update("update copy set entry_number = ?, event_id = gen_random_uuid()", number);
    database.update("insert into ledger_entry select * from copy");
    database.execute("drop table copy");
  }

  private void assertBreach(String kind, long entry, long verified) {
    JsonNode verification = api().verification("no");
    assertThat(verification.get("intact").asBoolean()).isFalse();
    assertThat(verification.at("/firstBreach/kind").asString()).isEqualTo(kind);
    assertThat(verification.at("/firstBreach/entry").asLong()).isEqualTo(entry);
    assertThat(verification.get("entriesVerified").asLong()).isEqualTo(verified);
  }
}
