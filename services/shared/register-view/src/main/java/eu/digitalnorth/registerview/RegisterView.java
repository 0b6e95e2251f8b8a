package eu.digitalnorth.registerview;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.registerview.RegisterRows.SealedRow;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
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
  private final NationalKeys national;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  RegisterView(RegisterRows rows, KeyDirectory keys, NationalKeys national) {
    this.rows = rows;
    this.keys = keys;
    this.national = national;
  }

  /**
   * How this country's services know the holder of an identifier, be it their own or a foreign one.
   */
  public String pseudonym(CountryCode country, String scheme, String identifier) {
    return pseudonyms.computeIfAbsent(country, keys::pseudonyms).of(scheme, identifier);
  }

  /** Those who are registered, by the pseudonym asked for; one query however many are asked for. */
  public Map<String, Person> people(CountryCode country, Collection<String> asked) {
    return open(country, rows.find(country, RegisterKind.PERSON, asked), Person.class);
  }

  /** Those that are registered, by pseudonym; one query however many are asked for. */
  public Map<String, Company> companies(CountryCode country, Collection<String> asked) {
    return open(country, rows.find(country, RegisterKind.COMPANY, asked), Company.class);
  }

  public Optional<Person> person(CountryCode country, String pseudonym) {
    return Optional.ofNullable(people(country, List.of(pseudonym)).get(pseudonym));
  }

  public Optional<Company> company(CountryCode country, String pseudonym) {
    return Optional.ofNullable(companies(country, List.of(pseudonym)).get(pseudonym));
  }

  /** The people in rows, by their pseudonyms. */
  Map<String, Person> peopleIn(CountryCode country, List<RegisterRow> of) {
    Map<String, SealedRow> sealed = new HashMap<>();
    of.forEach(row -> sealed.put(row.subject(), new SealedRow(row.subject(), row.content())));
    return open(country, sealed, Person.class);
  }

  private <T extends SpecificRecord> Map<String, T> open(
      CountryCode country, Map<String, SealedRow> rows, Class<T> type) {
    DecryptionKeys own = national.heldBy(country);
    Map<String, T> opened = new HashMap<>();
    rows.forEach((pseudonym, row) -> opened.put(pseudonym, open(row, type, own)));
    return opened;
  }

  private static <T extends SpecificRecord> T open(
      SealedRow row, Class<T> type, DecryptionKeys own) {
    try {
      return PersonalParts.open(row.content(), type, own, row.subject());
    } catch (RejectedRecordException e) {
      throw new IllegalStateException("A register row cannot be read: " + e.explanation(), e);
    }
  }
}
