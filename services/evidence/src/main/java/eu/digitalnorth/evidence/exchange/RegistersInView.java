package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.domain.RegisterEntry;
import eu.digitalnorth.evidence.domain.SubjectId;
import eu.digitalnorth.evidence.domain.SubjectId.Kind;
import eu.digitalnorth.registerview.RegisterView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the view of the registers, once per register for a whole batch. */
final class RegistersInView implements Registers {
  private final RegisterView view;

  RegistersInView(RegisterView view) {
    this.view = view;
  }

  @Override
  public RegisterKey key(CountryCode country, SubjectId subject) {
    return new RegisterKey(
        subject.kind(), view.pseudonym(country, subject.scheme(), subject.identifier()));
  }

  @Override
  public String pseudonym(CountryCode country, RegisterEntry entry) {
    return view.pseudonym(country, entry.scheme(), entry.identifier());
  }

  @Override
  public Map<RegisterKey, RegisterEntry> find(CountryCode country, Collection<RegisterKey> keys) {
    Map<RegisterKey, RegisterEntry> found = new HashMap<>();
    List<String> people = pseudonyms(keys, Kind.PERSON);
    if (!people.isEmpty()) {
      view.people(country, people)
          .forEach(
              (pseudonym, row) ->
                  found.put(
                      new RegisterKey(Kind.PERSON, pseudonym), RegisterEntryMapper.read(row)));
    }
    List<String> companies = pseudonyms(keys, Kind.COMPANY);
    if (!companies.isEmpty()) {
      view.companies(country, companies)
          .forEach(
              (pseudonym, row) ->
                  found.put(
                      new RegisterKey(Kind.COMPANY, pseudonym), RegisterEntryMapper.read(row)));
    }
    return found;
  }

  private static List<String> pseudonyms(Collection<RegisterKey> keys, Kind kind) {
    return keys.stream()
        .filter(key -> key.kind() == kind)
        .map(RegisterKey::pseudonym)
        .distinct()
        .toList();
  }
}
