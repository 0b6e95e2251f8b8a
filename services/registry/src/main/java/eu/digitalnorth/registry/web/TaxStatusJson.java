package eu.digitalnorth.registry.web;

import eu.digitalnorth.registry.register.TaxStatus;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A tax status in answers. */
record TaxStatusJson(boolean clear, LocalDate asOf, BigDecimal outstanding, String currency) {
  static TaxStatusJson of(TaxStatus tax) {
    return new TaxStatusJson(tax.isClear(), tax.asOf(), tax.outstanding(), tax.currency());
  }
}
