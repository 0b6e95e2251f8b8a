package eu.digitalnorth.audit.usage;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which entries are uses of somebody's data, each use once: a decision upon a request (the answer
 * that is sent is part of it), data that arrived from another country, and data that was told to
 * another country, or entered in the register, without being asked for.
 */
public final class UsageRule {
  /** Of any message. */
  public static final String DECIDING = "DECIDED";

  /** With one of {@link #RECEIVED_TYPES}. */
  public static final List<String> RECEIVING = List.of("RECEIVED", "LATE");

  /** With one of {@link #SENT_TYPES}. */
  public static final String SENDING = "SENT";

  // Both PostgreSQL and Java read these.
  public static final Pattern RECEIVED_TYPES =
      Pattern.compile(
          "^eu[.]digitalnorth[.](eid[.]attestation-response|evidence[.]response"
              + "|register[.]life-event)[.]v[0-9]+$");
  public static final Pattern SENT_TYPES =
      Pattern.compile("^eu[.]digitalnorth[.]register[.](life-event|person|company)[.]v[0-9]+$");

  private UsageRule() {}
}
