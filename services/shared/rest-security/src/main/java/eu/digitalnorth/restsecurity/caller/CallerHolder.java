package eu.digitalnorth.restsecurity.caller;

/** A principal of Spring Security that knows its caller. */
public interface CallerHolder {
  Caller caller();
}
