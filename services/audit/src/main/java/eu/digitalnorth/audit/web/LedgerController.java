package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.ledger.LedgerEntry;
import eu.digitalnorth.audit.store.LedgerSearch;
import eu.digitalnorth.audit.store.LedgerSearch.Page;
import eu.digitalnorth.audit.store.LedgerVerification;
import eu.digitalnorth.country.CountryCode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A country's ledger, for those who supervise it. */
@RestController
@RequestMapping("/api/audit/{country}")
class LedgerController {
  private final Requests requests;
  private final LedgerSearch search;
  private final LedgerVerification verification;

  LedgerController(Requests requests, LedgerSearch search, LedgerVerification verification) {
    this.requests = requests;
    this.search = search;
    this.verification = verification;
  }

  @GetMapping("/exchanges/{exchangeId}")
  EntryList exchange(
      @PathVariable String country,
      @PathVariable UUID exchangeId,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100") int limit) {
    CountryCode ledger = requests.ledger(country);
    Page page = requests.page(offset, limit);
    return EntryList.of(page, search.ofExchange(ledger, exchangeId, EntryList.oneMore(page)));
  }

  @GetMapping("/entries")
  EntryList entries(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100") int limit) {
    CountryCode ledger = requests.ledger(country);
    Page page = requests.page(offset, limit);
    return EntryList.of(
        page, search.ofPeriod(ledger, requests.period(from, to), EntryList.oneMore(page)));
  }

  /** For comparing two countries' ledgers: what one sent, the other received or has late. */
  @GetMapping("/messages")
  MessageList messages(
      @PathVariable String country,
      @RequestParam List<String> action,
      @RequestParam(required = false) @Nullable String counterparty,
      @RequestParam(required = false) @Nullable String messageType,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "1000") int limit) {
    CountryCode ledger = requests.ledger(country);
    int most = requests.page(0, limit).limit();
    List<LedgerEntry> found =
        search.messages(
            ledger,
            action.stream().map(one -> one.toUpperCase(Locale.ROOT)).toList(),
            counterparty == null ? null : counterparty.toUpperCase(Locale.ROOT),
            messageType,
            requests.period(from, to),
            after,
            most);
    return MessageList.of(found, most);
  }

  @GetMapping("/verification")
  VerificationView verification(@PathVariable String country) {
    return VerificationView.of(verification.verify(requests.ledger(country)));
  }
}
