package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which countries have services in an installation.
 *
 * @param apart whether each country has its own: then their hosts' names end in {@code -ee}, {@code
 *     -no} and so on
 */
public record Participants(List<CountryCode> countries, boolean apart) {

  public Participants {
    countries = List.copyOf(countries);
  }

  /** Services that serve all of these countries; empty means all that have a profile. */
  static Participants together(Collection<CountryCode> countries) {
    return new Participants(
        List.copyOf(countries.isEmpty() ? CountryProfiles.load().codes() : countries), false);
  }

  /**
   * Without those that have no containers now: only what runs has a name in the containers'
   * network.
   *
   * @param always who is not left out, so that it is noticed if they do not answer
   * @param isKnown whether the network knows a name
   */
  Participants running(
      Collection<CountryCode> always, URI service, Predicate<@Nullable String> isKnown) {
    return new Participants(
        countries.stream()
            .filter(
                country ->
                    always.contains(country) || isKnown.test(own(service, country).getHost()))
            .toList(),
        apart);
  }

  static boolean isKnown(@Nullable String host) {
    try {
      InetAddress.getByName(host);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public boolean contains(String country) {
    return countries.stream().anyMatch(one -> one.lower().equals(country.toLowerCase(Locale.ROOT)));
  }

  /** Where countries' own services are; <code>{country}</code> in it stands for the country. */
  String pattern(URI service) {
    return apart
        ? "%s://%s-{country}:%d"
            .formatted(service.getScheme(), service.getHost(), service.getPort())
        : service.toString();
  }

  /** Where a country's own service is, given where the service would be without countries. */
  URI own(URI service, CountryCode country) {
    if (!apart) {
      return service;
    }
    String host = Objects.requireNonNull(service.getHost());
    return URI.create(
        "%s://%s-%s:%d".formatted(service.getScheme(), host, country.lower(), service.getPort()));
  }
}
