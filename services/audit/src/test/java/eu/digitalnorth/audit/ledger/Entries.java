package eu.digitalnorth.audit.ledger;

import eu.digitalnorth.country.CountryCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ledgers and entries to test with. */
public final class Entries {
  static final CountryCode ESTONIA = CountryCode.of("EE");

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.120Z");

  private Entries() {}

  /** An entry with every field filled. */
  public static EntryContent decision(int number) {
    return new EntryContent(
        ESTONIA,
        new UUID(1, number),
        NOON.plusSeconds(number + 1L),
        new UUID(2, number),
        "DECIDED",
        NOON.plusSeconds(number),
        "evidence",
        new UUID(3, number),
        "eu.digitalnorth.evidence.request.v1",
        "ee.evidence.request.v1",
        "NO",
        new RequestingAuthority("NO", "NO:university-admissions", "Samordna \"opptak\" \\ Ås"),
        "ab".repeat(32),
        "T2",
        "DIPLOMA",
        "PROVIDED",
        NOON,
        List.of(
            new SeenPosition("ee.register.person.v1", 0, 9_007_199_254_740_993L),
            new SeenPosition("lv.eid.attestation-status.v1", 2, 0)),
        Hash.of(new byte[Hash.LENGTH]));
  }

  /** An entry with nothing but what every entry has. */
  static EntryContent refusal() {
    return new EntryContent(
        ESTONIA,
        new UUID(1, 99),
        NOON,
        null,
        "REJECTED",
        NOON,
        "evidence",
        null,
        null,
        "ee.evidence.request.v1",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** A ledger of that many entries. */
  static List<LedgerEntry> ledger(int length) {
    List<LedgerEntry> entries = new ArrayList<>();
    Head head = Head.ofEmpty(ESTONIA);
    for (int i = 0; i < length; i++) {
      LedgerEntry entry = head.next(Leaf.of(decision(i)));
      entries.add(entry);
      head = head.after(entry);
    }
    return entries;
  }

  static Head headOf(List<LedgerEntry> ledger) {
    return ledger.isEmpty() ? Head.ofEmpty(ESTONIA) : Head.ofEmpty(ESTONIA).after(ledger.getLast());
  }
}
