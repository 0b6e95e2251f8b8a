package eu.digitalnorth.issuer.account;

import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.CallerHolder;
import java.util.List;
import org.springframework.security.core.userdetails.User;

/** Somebody who can log in; known inside by a subject that tells nothing of a citizen. */
public final class Account extends User implements CallerHolder {
  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  Account(String subject, String encodedPassword, Caller caller) {
    super(subject, encodedPassword, List.of());
    this.caller = caller;
  }

  @Override
  public Caller caller() {
    return caller;
  }
}
