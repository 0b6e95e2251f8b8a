package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.store.LedgerSearch.Page;
import java.util.List;

/**
 * A page of entries.
 *
 * @param more whether there is another page
 */
record EntryList(long offset, int limit, boolean more, List<EntryView> entries) {

  /** What to ask for, so as to know whether there is more. */
  static Page oneMore(Page page) {
    return new Page(page.offset(), page.limit() + 1);
  }

  static EntryList of(Page page, List<LedgerEntry> found) {
    return new EntryList(
        page.offset(),
        page.limit(),
        found.size() > page.limit(),
        found.stream().limit(page.limit()).map(EntryView::of).toList());
  }
}
