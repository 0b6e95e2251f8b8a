package eu.digitalnorth.restsecurity.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * How people log in to a service that has a page of its own. Such a service has sessions, and is
 * protected against requests that another page makes in their name; all others have neither.
 */
@FunctionalInterface
public interface BrowserLogin {
  void configure(HttpSecurity http);
}
