package eu.digitalnorth.audit.web;

import eu.digitalnorth.audit.store.LedgerSearch;
import eu.digitalnorth.audit.store.LedgerSearch.Page;
import eu.digitalnorth.audit.store.LedgerSearch.Period;
import eu.digitalnorth.audit.usage.Usage;
import eu.digitalnorth.audit.usage.UsageReader;
import eu.digitalnorth.country.CountryCode;
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

  /** Recommended: the personal code is in the body, which nobody on the way writes down. */
  @PostMapping("/usage")
  ResponseEntity<UsageList> usage(@PathVariable String country, @RequestBody UsageQuery query) {
    return answer(country, query);
  }

  /** As the standard has it, with the personal code in the query string. */
  @GetMapping("/v2/findUsage")
  ResponseEntity<UsageList> findUsage(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable String userCode,
      @RequestParam(required = false) @Nullable String scheme,
      @RequestParam(required = false) @Nullable String periodStart,
      @RequestParam(required = false) @Nullable String periodEnd,
      @RequestParam(required = false) @Nullable Long offset,
      @RequestParam(required = false) @Nullable Integer limit) {
    return answer(country, new UsageQuery(userCode, scheme, periodStart, periodEnd, offset, limit));
  }

  private ResponseEntity<UsageList> answer(String country, UsageQuery query) {
    CountryCode ledger = requests.ledger(country);
    String subject = subjects.pseudonym(ledger, query.scheme, query.userCode);
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
   * @param userCode the citizen's code, as the citizen writes it
   * @param scheme extension: the identifier scheme, if it is not that of the country's own people
   * @param periodStart RFC 3339 date or date and time
   * @param periodEnd the same; a date is included
   */
  record UsageQuery(
      @Nullable String userCode,
      @Nullable String scheme,
      @Nullable String periodStart,
      @Nullable String periodEnd,
      @Nullable Long offset,
      @Nullable Integer limit) {

    /** Without the code. */
    @Override
    public String toString() {
      return "UsageQuery";
    }
  }

  /**
   * @param totalUsages on all pages
   * @param usages newest first
   */
  record UsageList(long totalUsages, List<Usage> usages) {}
}
