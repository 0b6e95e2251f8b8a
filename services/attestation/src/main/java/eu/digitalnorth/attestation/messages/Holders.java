package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.Holder;
import eu.digitalnorth.attestation.authentication.LoginHint;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.registerview.RegisterView;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in the registers whom login hints lead to. */
@Component
public class Holders {
  private final RegisterView registers;

  Holders(RegisterView registers) {
    this.registers = registers;
  }

  public Holder find(AuthenticationRequest request) {
    return find(request.country(), List.of(request)).apply(request);
  }

  /** One query for all people, and one for all companies if any are named. */
  Function<AuthenticationRequest, Holder> find(
      CountryCode country, Collection<AuthenticationRequest> requests) {
    Map<String, Person> people =
        registers.people(country, asked(requests, request -> request.hint().subject()));
    Set<String> named = asked(requests, request -> request.hint().company());
    Map<String, Company> companies =
        named.isEmpty() ? Map.of() : registers.companies(country, named);
    return request -> holder(request.hint(), people, companies);
  }

  private static Holder holder(
      LoginHint hint, Map<String, Person> people, Map<String, Company> companies) {
    Person person = people.get(hint.subject());
    Company company = hint.company() == null ? null : companies.get(hint.company());
    return new Holder(
        person == null ? null : RegisterAvroMapper.citizen(person),
        company == null ? null : RegisterAvroMapper.company(company));
  }

  private static Set<String> asked(
      Collection<AuthenticationRequest> requests,
      Function<AuthenticationRequest, @Nullable String> pseudonym) {
    return requests.stream()
        .filter(request -> request.hint().wellFormed())
        .map(pseudonym)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
