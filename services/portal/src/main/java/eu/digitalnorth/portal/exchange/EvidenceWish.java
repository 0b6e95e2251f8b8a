package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;

/** An evidence that the procedure needs, and the country that is asked for it. */
public record EvidenceWish(EvidenceTypeCode type, CountryCode providerCountry) {}
