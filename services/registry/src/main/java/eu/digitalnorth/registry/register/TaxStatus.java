package eu.digitalnorth.registry.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What the tax register says of a taxpayer.
 *
 * @param asOf day for which it holds
 * @param outstanding what is overdue, with two decimals
 * @param currency ISO 4217
 */
public record TaxStatus(LocalDate asOf, BigDecimal outstanding, String currency) {
  public TaxStatus {
    outstanding = outstanding.setScale(2, RoundingMode.UNNECESSARY);
    if (outstanding.signum() < 0) {
      throw new IllegalArgumentException("What is overdue is not negative");
    }
  }

  public static TaxStatus clear(LocalDate asOf, String currency) {
    return new TaxStatus(asOf, BigDecimal.ZERO, currency);
  }

  /** Whether nothing is overdue. */
  public boolean isClear() {
    return outstanding.signum() == 0;
  }
}
