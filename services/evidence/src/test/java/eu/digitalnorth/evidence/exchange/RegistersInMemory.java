package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.Fixtures;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.domain.SubjectId;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The student and her company; remembers how often it was asked. */
final class RegistersInMemory implements Registers {
  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
  private final Map<RegisterKey, RegisterEntry> entries = new HashMap<>();
  private int lookups;
  private int lookedUp;

  RegistersInMemory() {
    RegisterEntry student = RegisterEntryMapper.read(Fixtures.student());
    add(SubjectId.Kind.PERSON, student.scheme(), student.identifier(), student);
    add(SubjectId.Kind.PERSON, "fi-henkilotunnus", Fixtures.STUDENT_IN_FINLAND, student);
    RegisterEntry company = RegisterEntryMapper.read(Fixtures.company());
    add(SubjectId.Kind.COMPANY, company.scheme(), company.identifier(), company);
  }

  int lookups() {
    return lookups;
  }

  int lookedUp() {
    return lookedUp;
  }

  @Override
  public RegisterKey key(CountryCode country, SubjectId subject) {
    return key(subject.kind(), subject.scheme(), subject.identifier());
  }

  @Override
  public String pseudonym(CountryCode country, RegisterEntry entry) {
    return pseudonyms.of(entry.scheme(), entry.identifier());
  }

  @Override
  public Map<RegisterKey, RegisterEntry> find(CountryCode country, Collection<RegisterKey> keys) {
    lookups++;
    lookedUp += keys.size();
    Map<RegisterKey, RegisterEntry> found = new HashMap<>(entries);
    found.keySet().retainAll(keys);
    return found;
  }

  private void add(SubjectId.Kind kind, String scheme, String identifier, RegisterEntry entry) {
    entries.put(key(kind, scheme, identifier), entry);
  }

  private RegisterKey key(SubjectId.Kind kind, String scheme, String identifier) {
    return new RegisterKey(kind, pseudonyms.of(scheme, identifier));
  }
}
