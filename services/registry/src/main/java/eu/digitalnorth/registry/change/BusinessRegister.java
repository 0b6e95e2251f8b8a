package eu.digitalnorth.registry.change;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.registry.business.Company;
import eu.digitalnorth.registry.business.CompanyStatus;
import eu.digitalnorth.registry.change.RefusedChangeException.Reason;
import eu.digitalnorth.registry.messages.RegisterPublisher;
import eu.digitalnorth.registry.register.Identifier;
import eu.digitalnorth.registry.register.Registered;
import eu.digitalnorth.registry.store.CompanyStore;
import eu.digitalnorth.registry.store.Subjects;
import org.springframework.stereotype.Service;

/** What can be done to a country's business register. */
@Service
public class BusinessRegister {
  private final UnitOfWork work;
  private final CompanyStore companies;
  private final Subjects subjects;
  private final RegisterPublisher publisher;
  private final ChangeIds ids;

  BusinessRegister(
      UnitOfWork work,
      CompanyStore companies,
      Subjects subjects,
      RegisterPublisher publisher,
      ChangeIds ids) {
    this.work = work;
    this.companies = companies;
    this.subjects = subjects;
    this.publisher = publisher;
    this.ids = ids;
  }

  public Registered<Company> get(CountryCode country, String subject) {
    return companies.find(country, subject).orElseThrow(BusinessRegister::notRegistered);
  }

  public Registered<Company> lookUp(CountryCode country, Identifier identifier) {
    return get(country, subjects.of(country, identifier));
  }

  /** A status that the company has already changes nothing. */
  public Registered<Company> change(CountryCode country, String subject, CompanyStatus status) {
    return work.executeInOrder(
        country,
        effects -> {
          Registered<Company> before =
              companies.lock(country, subject).orElseThrow(BusinessRegister::notRegistered);
          if (before.row().status() == status) {
            return before;
          }
          if (!before.row().status().mayBecome(status)) {
            throw new RefusedChangeException(Reason.DISSOLVED);
          }
          Registered<Company> changed = before.changed(effects.now(), before.row().with(status));
          companies.update(country, changed);
          publisher.publishCompany(effects, ids.next(), changed);
          return changed;
        });
  }

  private static RefusedChangeException notRegistered() {
    return new RefusedChangeException(Reason.NOT_REGISTERED);
  }
}
