package eu.digitalnorth.audit.ledger;

/**
 * The authority for which something was done, as the message named it.
 *
 * @param country two letters, upper case
 */
public record RequestingAuthority(String country, String id, String name) {}
