package eu.digitalnorth.audit.store;

import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.Hash;
import eu.digitalnorth.audit.ledger.Head;
import eu.digitalnorth.audit.ledger.Leaf;
import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.country.CountryCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends to the ledgers, one appender per country at a time. */
public final class Ledgers {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public Ledgers(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * Appends, in the caller's transaction (read committed), what is not in the ledger yet; in the
   * order given. Other appenders to the same ledger wait until the transaction ends.
   *
   * @return how many entries were appended
   */
  public int append(CountryCode country, List<EntryContent> contents) {
    List<Leaf> leaves = contents.stream().map(Leaf::of).toList(); // hashed while nobody waits
    Head head = lockHead(country);
    Set<Event> known = known(country, contents);
    List<LedgerEntry> entries = new ArrayList<>(leaves.size());
    for (Leaf leaf : leaves) {
      if (known.add(Event.of(leaf.content()))) {
        LedgerEntry entry = head.next(leaf);
        entries.add(entry);
        head = head.after(entry);
      }
    }
    if (!entries.isEmpty()) {
      write(head, entries);
    }
    return entries.size();
  }

  private Head lockHead(CountryCode country) {
    return selectForUpdate(country)
        .or(
            () -> {
              jdbc.sql(
                      """
                      insert into ledger_head (country, entries, hash) values (:country, 0, :hash)
                      on conflict do nothing
                      """)
                  .param("country", country.lower())
                  .param("hash", Head.ofEmpty(country).hash().bytes())
                  .update();
              return selectForUpdate(country);
            })
        .orElseThrow();
  }

  private Optional<Head> selectForUpdate(CountryCode country) {
    return jdbc.sql("select entries, hash from ledger_head where country = :country for update")
        .param("country", country.lower())
        .query((row, n) -> new Head(country, row.getLong(1), Hash.of(row.getBytes(2))))
        .optional();
  }

  private Set<Event> known(CountryCode country, List<EntryContent> contents) {
    UUID[] ids = contents.stream().map(EntryContent::eventId).toArray(UUID[]::new);
    return new HashSet<>(
        jdbc.sql(
                """
                select service, event_id from ledger_entry
                where country = :country and event_id = any(:ids)
                """)
            .param("country", country.lower())
            .param("ids", ids)
            .query((row, n) -> new Event(row.getString(1), row.getObject(2, UUID.class)))
            .list());
  }

  private void write(Head head, List<LedgerEntry> entries) {
    ConnectionCallback<Integer> insert =
        connection -> EntryColumns.insert(connection, head.country().lower(), entries);
    template.execute(insert);
    jdbc.sql("update ledger_head set entries = :entries, hash = :hash where country = :country")
        .param("country", head.country().lower())
        .param("entries", head.entries())
        .param("hash", head.hash().bytes())
        .update();
  }

  /** What an event is known by again: an id is unique only among those of its service. */
  private record Event(String service, UUID id) {
    static Event of(EntryContent content) {
      return new Event(content.service(), content.eventId());
    }
  }
}
