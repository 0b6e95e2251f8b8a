package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.store.LedgerSearch;
import eu.digitalnorth.audit.store.LedgerSearch.Page;
import eu.digitalnorth.audit.store.LedgerSearch.Period;
import eu.digitalnorth.audit.usage.Usage;
import eu.digitalnorth.audit.usage.UsageReader;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.restsecurity.caller.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The citizen's data tracker, with the names of Estonia's. */
@RestController
@RequestMapping("/api/audit/{country}")
class UsageController {
  private static final int USUAL_LIMIT = 100;

  private final Requests requests;
  private final Subjects subjects;
  private final LedgerSearch search;
  private final UsageReader reader;

  UsageController(Requests requests, Subjects subjects, LedgerSearch search, UsageReader reader) {
    this.requests = requests;
    this.subjects = subjects;
    this.search = search;
    this.reader = reader;
  }

  /** As the standard has it, but for the personal code: that is in the citizen's token. */
  @GetMapping("/v2/findUsage")
  ResponseEntity<UsageList> findUsage(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable String userCode,
      @RequestParam(required = false) @Nullable String periodStart,
      @RequestParam(required = false) @Nullable String periodEnd,
      @RequestParam(required = false) @Nullable Long offset,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller.Citizen citizen) {
    if (userCode != null) {
      throw Requests.badRequest("userCode is not asked for: it is in your token");
    }
    return usage(country, new UsageQuery(periodStart, periodEnd, offset, limit), citizen);
  }

  /** The same. */
  @PostMapping("/usage")
  ResponseEntity<UsageList> usage(
      @PathVariable String country, @RequestBody UsageQuery query, Caller.Citizen citizen) {
    CountryCode ledger = requests.ledger(country);
    String subject = subjects.pseudonym(ledger, citizen);
    Period period = requests.period(query.periodStart, query.periodEnd);
    Page page =
        requests.page(
            query.offset == null ? 0 : query.offset,
            query.limit == null ? USUAL_LIMIT : query.limit);
    UsageList list =
        new UsageList(
            search.countUsagesOf(ledger, subject, period),
            search.usagesOf(ledger, subject, period, page).stream()
                .map(entry -> reader.read(entry.content()))
                .toList());
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list);
  }

  /**
   * @param periodStart RFC 3339 date or date and time
   * @param periodEnd the same; a date is included
   */
  record UsageQuery(
      @Nullable String periodStart,
      @Nullable String periodEnd,
      @Nullable Long offset,
      @Nullable Integer limit) {}

  /**
   * @param totalUsages on all pages
   * @param usages newest first
   */
  record UsageList(long totalUsages, List<Usage> usages) {}
}
