package eu.digitalnorth.country;

/**
 * A base register.
 *
 * @param name as its country calls it
 * @param authority who keeps it
 */
public record Register(String name, AuthorityId authority) {}
