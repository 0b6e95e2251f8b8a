package eu.digitalnorth.portal.testing;

import eu.digitalnorth.messaging.fixture.ExchangeFixture;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.util.Map;

/** The countries that these tests are about, and a portal of Norway that they share. */
public final class World {
  private final ExchangeFixture exchange = ExchangeFixture.between("no", "ee", "se");

  private World() {}

  public static World shared() {
    return Holder.SHARED;
  }

  public ExchangeFixture exchange() {
    return exchange;
  }

  public Portal norway() {
    return Holder.NORWAY;
  }

  /** What a portal of one country is told, with a database of its own. */
  public Map<String, String> settings(String country) {
    Map<String, String> settings = exchange.properties(Service.PORTAL);
    settings.put("exchange.countries", country);
    settings.put("exchange.portal.grace-period", "PT3S");
    settings.put("server.port", "0");
    settings.putAll(TestIssuer.shared().settings());
    return settings;
  }

  private static final class Holder {
    private static final World SHARED = new World();
    private static final Portal NORWAY = Portal.start(SHARED.settings("no"));
  }
}
