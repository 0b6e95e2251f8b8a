package eu.digitalnorth.evidence.domain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the tax register says of a taxpayer.
 *
 * @param clear whether nothing is overdue
 * @param asOf day for which this holds
 * @param outstanding what is overdue
 * @param currency ISO 4217 code
 */
public record TaxRecord(boolean clear, LocalDate asOf, BigDecimal outstanding, String currency) {}
