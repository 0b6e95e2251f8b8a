package eu.digitalnorth.trust.broker;

import eu.digitalnorth.country.CountryCode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody whom the broker lets in: a country, whose services share one principal, or one of the
 * few others.
 *
 * @param name as the broker knows it, for example {@code ee}
 */
public record BrokerPrincipal(String name) {
  /** It stands in file names and access rules: nothing that means something there may be in it. */
  private static final Pattern NAME = Pattern.compile("[a-z]{2,32}");

  /** The brokers and controllers among themselves. */
  public static final BrokerPrincipal BROKER = new BrokerPrincipal("broker");

  /** Creates topics, principals and access rules. */
  public static final BrokerPrincipal ADMIN = new BrokerPrincipal("admin");

  /**
   * Reads every topic of the exchange and writes none; may do nothing where nobody asked for it.
   */
  public static final BrokerPrincipal TESTER = new BrokerPrincipal("tester");

  /** Writes topics whose names begin with {@code replay.} only; there only where asked for. */
  public static final BrokerPrincipal REPLAY = new BrokerPrincipal("replay");

  /** Has countries' dead letters processed again; there only where asked for. */
  public static final BrokerPrincipal REDRIVE = new BrokerPrincipal("redrive");

  /** Carries messages to another cluster and from there; there only where countries have two. */
  public static final BrokerPrincipal BRIDGE = new BrokerPrincipal("bridge");

  /** They stand in the brokers' own settings; all others are created by the administrator. */
  public static final List<BrokerPrincipal> KNOWN_FROM_THE_START = List.of(BROKER, ADMIN, TESTER);

  public BrokerPrincipal {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A principal's name matches " + NAME);
    }
  }

  /** The one principal of all services of a country. */
  public static BrokerPrincipal of(CountryCode country) {
    return new BrokerPrincipal(country.lower());
  }
}
