package eu.digitalnorth.trust.status;

import java.util.Optional;
import java.util.stream.Stream;

/** Status types (draft-ietf-oauth-status-list, section 7.1). */
public enum Status {
  VALID(0),
  /** Revoked, for good. */
  INVALID(1),
  /** Not to be accepted for the time being. */
  SUSPENDED(2);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Empty for types that mean nothing here, and therefore nothing good. */
  public static Optional<Status> byCode(int code) {
    return Stream.of(values()).filter(status -> status.code == code).findAny();
  }
}
