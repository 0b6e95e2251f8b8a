package eu.digitalnorth.messaging.effect;

import java.util.UUID;

/**
 * Declares, as a bean, how a service publishes anew what it keeps on its compacted topics. It is
 * called when the key that signed them was revoked, since nobody believes them any more; the rows
 * come from the service's database, never from the topic, which whoever had the key may have
 * written.
 */
@FunctionalInterface
public interface Republisher {
  /**
   * Called in a transaction. A row must be locked before it is read, so that nothing older than
   * what is on the topic is published.
   *
   * @param effects of the country whose rows are to be published
   * @param cause names the occasion
   */
  void republish(Effects effects, UUID cause);
}
