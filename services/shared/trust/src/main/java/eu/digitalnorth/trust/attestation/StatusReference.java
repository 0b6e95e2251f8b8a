package eu.digitalnorth.trust.attestation;

/**
 * Where the status of an attestation stands (claim {@code status.status_list},
 * draft-ietf-oauth-status-list, section 6.1).
 *
 * @param index place in the list, from 0
 * @param uri names the list
 */
public record StatusReference(int index, String uri) {
  public StatusReference {
    if (index < 0) {
      throw new IllegalArgumentException("Places in a status list are counted from 0");
    }
  }
}
