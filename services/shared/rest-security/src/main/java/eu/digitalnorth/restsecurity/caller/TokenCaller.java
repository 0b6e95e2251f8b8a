package eu.digitalnorth.restsecurity.caller;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The principal of a request that came with a token.
 *
 * @param subject the issuer's name for the caller
 */
record TokenCaller(String subject, Caller caller) implements AuthenticatedPrincipal, CallerHolder {
  @Override
  public String getName() {
    return subject;
  }
}
