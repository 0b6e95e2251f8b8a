package eu.digitalnorth.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainVerifierTest {
  private static final int LENGTH = 8;

  private final List<LedgerEntry> ledger = Entries.ledger(LENGTH);
  private final Head head = Entries.headOf(ledger);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100})
  void findsAnUntouchedLedgerIntact(int length) {
    List<LedgerEntry> untouched = Entries.ledger(length);

    Verification verification = verify(untouched, Entries.headOf(untouched));

    assertThat(verification).isInstanceOf(Verification.Intact.class);
    assertThat(verification.entriesVerified()).isEqualTo(length);
  }

  @Test
  void findsEveryAlterationOfEveryFieldOfEveryEntry() {
    for (int place = 0; place < LENGTH; place++) {
      LedgerEntry original = ledger.get(place);
      for (EntryContent altered : Alterations.of(original.content())) {
        assertThat(verify(with(place, content(original, altered)), head))
            .as("%s instead of %s", altered, original.content())
            .isEqualTo(broken(place + 1, Breach.ALTERED));
      }
    }
  }

  @Test
  void findsAnAlterationWhoseLeafWasHashedAnew() {
    for (int place = 0; place < LENGTH; place++) {
      LedgerEntry original = ledger.get(place);
      EntryContent altered = Alterations.of(original.content()).getFirst();
      LedgerEntry rehashed =
          new LedgerEntry(
              original.number(),
              altered,
              original.previous(),
              HashChain.leaf(altered),
              original.hash());

      assertThat(verify(with(place, rehashed), head)).isEqualTo(broken(place + 1, Breach.ALTERED));
    }
  }

  @Test
  void findsAnAlterationWhoseEntryWasHashedAnewAtTheNextEntry() {
    LedgerEntry original = ledger.get(3);
    EntryContent altered = Alterations.of(original.content()).getFirst();
    Head before = new Head(Entries.ESTONIA, 3, original.previous());

    Verification verification = verify(with(3, before.next(Leaf.of(altered))), head);

    assertThat(verification).isInstanceOf(Verification.Broken.class);
    assertThat(verification.entriesVerified()).isLessThanOrEqualTo(4);
  }

  @Test
  void findsAnAlteredHashOfAnEntry() {
    for (LedgerEntry altered : Alterations.of(ledger.get(4)).stream().toList()) {
      assertThat(verify(with(4, altered), head)).isInstanceOf(Verification.Broken.class);
    }
  }

  @Test
  void findsEveryRemovedEntry() {
    for (int place = 0; place < LENGTH; place++) {
      List<LedgerEntry> changed = new ArrayList<>(ledger);
      changed.remove(place);

      assertThat(verify(changed, head)).isEqualTo(broken(place + 1, Breach.REMOVED));
      assertThat(verify(renumbered(changed), head)).isEqualTo(broken(place + 1, Breach.REMOVED));
    }
  }

  @Test
  void findsEverySwapOfTwoEntries() {
    for (int one = 0; one < LENGTH; one++) {
      for (int other = one + 1; other < LENGTH; other++) {
        List<LedgerEntry> changed = new ArrayList<>(ledger);
        Collections.swap(changed, one, other);

        assertThat(verify(renumbered(changed), head)).isEqualTo(broken(one + 1, Breach.REORDERED));
      }
    }
  }

  @Test
  void findsEveryOtherOrder() {
    IntStream.range(0, 100)
        .forEach(
            seed -> {
              List<LedgerEntry> changed = new ArrayList<>(ledger);
              Collections.shuffle(changed, new Random(seed));
              assertThat(verify(renumbered(changed), head) instanceof Verification.Intact)
                  .isEqualTo(changed.equals(ledger));
            });
  }

  @Test
  void findsEveryInsertedEntryThatFollowsTheOneBefore() {
    for (int place = 0; place < LENGTH; place++) {
      Head before = new Head(Entries.ESTONIA, place, ledger.get(place).previous());
      List<LedgerEntry> changed = new ArrayList<>(ledger);
      changed.add(place, before.next(Leaf.of(Entries.decision(1000))));

      assertThat(verify(renumbered(changed), head)).isEqualTo(broken(place + 1, Breach.INSERTED));
    }
  }

  @Test
  void findsAnInsertedEntryThatFollowsNone() {
    List<LedgerEntry> changed = new ArrayList<>(ledger);
    Head nowhere = new Head(Entries.ESTONIA, 0, HashChain.leaf(Entries.refusal()));
    changed.add(3, nowhere.next(Leaf.of(Entries.decision(1000))));

    assertThat(verify(renumbered(changed), head)).isEqualTo(broken(4, Breach.INSERTED));
  }

  @Test
  void findsAnEntryBehindTheHead() {
    List<LedgerEntry> changed = new ArrayList<>(ledger);
    changed.add(head.next(Leaf.of(Entries.decision(1000))));

    assertThat(verify(changed, head)).isEqualTo(broken(LENGTH + 1, Breach.INSERTED));
  }

  @Test
  void findsAnAlteredHead() {
    Head altered = new Head(Entries.ESTONIA, LENGTH, HashChain.beginning(Entries.ESTONIA));

    assertThat(verify(ledger, altered))
        .isEqualTo(new Verification.Broken(altered, LENGTH, LENGTH, Breach.HEAD));
  }

  @Test
  void findsTheLedgerOfAnotherCountry() {
    Head latvian =
        new Head(eu.digitalnorth.country.CountryCode.of("LV"), head.entries(), head.hash());

    assertThat(verify(ledger, latvian)).isInstanceOf(Verification.Broken.class);
  }

  @Test
  void namesAnEntryThatCannotBeRead() {
    ChainVerifier verifier = new ChainVerifier(head, new Stored(ledger));
    verifier.accept(ledger.getFirst());
    verifier.acceptUnreadable(2);

    assertThat(verifier.finish()).isEqualTo(broken(2, Breach.ALTERED));
  }

  private Verification broken(long entry, Breach breach) {
    return new Verification.Broken(head, entry - 1, entry, breach);
  }

  private List<LedgerEntry> with(int place, LedgerEntry entry) {
    List<LedgerEntry> changed = new ArrayList<>(ledger);
    changed.set(place, entry);
    return changed;
  }

  private static LedgerEntry content(LedgerEntry entry, EntryContent content) {
    return new LedgerEntry(entry.number(), content, entry.previous(), entry.leaf(), entry.hash());
  }

  private static List<LedgerEntry> renumbered(List<LedgerEntry> entries) {
    return IntStream.range(0, entries.size())
        .mapToObj(
            i -> {
              LedgerEntry e = entries.get(i);
              return new LedgerEntry(i + 1L, e.content(), e.previous(), e.leaf(), e.hash());
            })
        .toList();
  }

  private static Verification verify(List<LedgerEntry> entries, Head head) {
    ChainVerifier verifier = new ChainVerifier(head, new Stored(entries));
    entries.forEach(verifier::accept);
    return verifier.finish();
  }

  private static final class Stored implements ChainVerifier.KnownHashes {
    private final Set<Hash> hashes = new HashSet<>();
    private final Set<Hash> previous = new HashSet<>();

    Stored(List<LedgerEntry> entries) {
      for (LedgerEntry entry : entries) {
        hashes.add(entry.hash());
        previous.add(entry.previous());
      }
    }

    @Override
    public boolean isHashOfEntry(Hash hash) {
      return hashes.contains(hash);
    }

    @Override
    public boolean isBeforeAnEntry(Hash hash) {
      return previous.contains(hash);
    }
  }
}
