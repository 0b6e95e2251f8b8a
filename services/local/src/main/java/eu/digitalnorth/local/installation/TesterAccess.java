package eu.digitalnorth.local.installation;

import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Map;

/** Lets the tester read for a while; one who was allowed to before stays so. */
public final class TesterAccess implements AutoCloseable {
  private final Brokers brokers;
  private final boolean isNew;

  private TesterAccess(Brokers brokers, boolean isNew) {
    this.brokers = brokers;
    this.isNew = isNew;
  }

  public static TesterAccess open(Brokers brokers) {
    return new TesterAccess(brokers, new Credentials(brokers).admitTester());
  }

  /** Settings of a client that comes in as the tester. */
  public Map<String, Object> settings() {
    return brokers.as(BrokerPrincipal.TESTER);
  }

  @Override
  public void close() {
    if (isNew) {
      new Credentials(brokers).dismiss(BrokerPrincipal.TESTER);
    }
  }
}
