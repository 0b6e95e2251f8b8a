package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.ledger.Breach;
import eu.digitalnorth.audit.ledger.Verification;
import org.jspecify.annotations.Nullable;

/**
 * @param entriesVerified how many entries, from the first, are as they were written
 * @param head as recorded; to be compared with one that was noted at another time
 */
record VerificationView(
    String country,
    boolean intact,
    long entriesVerified,
    HeadView head,
    @Nullable BreachView firstBreach) {

  static VerificationView of(Verification verification) {
    return new VerificationView(
        verification.head().country().value(),
        verification instanceof Verification.Intact,
        verification.entriesVerified(),
        new HeadView(verification.head().entries(), verification.head().hash().toString()),
        switch (verification) {
          case Verification.Intact intact -> null;
          case Verification.Broken broken -> BreachView.of(broken);
        });
  }

  record HeadView(long entries, String hash) {}

  record BreachView(long entry, Breach kind, String explanation) {
    static BreachView of(Verification.Broken broken) {
      return new BreachView(broken.entry(), broken.breach(), broken.breach().explanation());
    }
  }
}
