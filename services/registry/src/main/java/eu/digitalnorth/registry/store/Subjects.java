package eu.digitalnorth.registry.store;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Pseudonyms of identifiers, own and foreign ones, each by the key of the register's country. */
@Component
public class Subjects {
  private final KeyDirectory keys;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  Subjects(KeyDirectory keys) {
    this.keys = keys;
  }

  /**
   * @param country whose register it is
   */
  public String of(CountryCode country, Identifier identifier) {
    return pseudonyms
        .computeIfAbsent(country, keys::pseudonyms)
        .of(identifier.scheme(), identifier.value());
  }
}
