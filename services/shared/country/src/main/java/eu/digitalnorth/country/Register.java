package eu.digitalnorth.country;

import java.util.regex.Pattern;

/**
 * A base register.
 *
 * @param id of this exchange: capital letters and digits, as the register part of a EUID
 * @param name as its country calls it
 * @param authority who keeps it
 */
public record Register(String id, String name, AuthorityId authority) {

  private static final Pattern ID = Pattern.compile("[A-Z0-9]+");

  public Register {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("A register id is capital letters and digits: " + id);
    }
  }
}
