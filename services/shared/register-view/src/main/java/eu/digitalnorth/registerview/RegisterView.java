package eu.digitalnorth.registerview;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.codec.PersonalParts;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * The registers of the countries that this process serves, as far as their topics were read. People
 * and companies are addressed by pseudonyms; people also by those of their foreign identifiers.
 */
public final class RegisterView {
  private final RegisterRows rows;
  private final KeyDirectory keys;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  RegisterView(RegisterRows rows, KeyDirectory keys) {
    this.rows = rows;
    this.keys = keys;
  }

  /**
   * How this country's services know the holder of an identifier, be it their own or a foreign one.
   */
  public String pseudonym(CountryCode country, String scheme, String identifier) {
    return pseudonyms.computeIfAbsent(country, keys::pseudonyms).of(scheme, identifier);
  }

  /** Those who are registered, by the pseudonym asked for; one query however many are asked for. */
  public Map<String, Person> people(CountryCode country, Collection<String> asked) {
    return open(rows.find(country, RegisterKind.PERSON, asked), Person.class);
  }

  /** Those that are registered, by pseudonym; one query however many are asked for. */
  public Map<String, Company> companies(CountryCode country, Collection<String> asked) {
    return open(rows.find(country, RegisterKind.COMPANY, asked), Company.class);
  }

  public Optional<Person> person(CountryCode country, String pseudonym) {
    return Optional.ofNullable(people(country, List.of(pseudonym)).get(pseudonym));
  }

  public Optional<Company> company(CountryCode country, String pseudonym) {
    return Optional.ofNullable(companies(country, List.of(pseudonym)).get(pseudonym));
  }

  /** The people in rows, by their pseudonyms. */
  Map<String, Person> people(Collection<RegisterRow> of) {
    Map<String, PersonalPart> parts = new HashMap<>();
    of.forEach(row -> parts.put(row.subject(), row.content()));
    return open(parts, Person.class);
  }

  private static <T extends SpecificRecord> Map<String, T> open(
      Map<String, PersonalPart> parts, Class<T> type) {
    Map<String, T> opened = new HashMap<>();
    parts.forEach((pseudonym, part) -> opened.put(pseudonym, open(part, type)));
    return opened;
  }

  private static <T extends SpecificRecord> T open(PersonalPart part, Class<T> type) {
    try {
      return PersonalParts.open(part, type);
    } catch (RejectedRecordException e) {
      throw new IllegalStateException("A register row cannot be read: " + e.explanation(), e);
    }
  }
}
