package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;

/**
 * What the brokers of a running installation allow to others than countries, and by what password.
 */
public record Credentials(Brokers brokers) {

  /**
   * Lets the tester read everything that is exchanged.
   *
   * @return whether that is new
   */
  public boolean admitTester() {
    return administer(setup -> setup.admitTester(CountryProfiles.load().codes())) > 0;
  }

  /**
   * Lets replay in, which writes topics of its own only.
   *
   * @param readable topics that it may read
   */
  public void admitReplay(Collection<String> readable) {
    brokers.passwords().createMissing(List.of(BrokerPrincipal.REPLAY));
    administer(setup -> setup.admitReplay(readable));
  }

  /**
   * Lets redrive in, which has dead letters processed again.
   *
   * @param countries whose
   */
  public void admitRedrive(Collection<CountryCode> countries) {
    brokers.passwords().createMissing(List.of(BrokerPrincipal.REDRIVE));
    administer(setup -> setup.admitRedrive(countries));
  }

  /** Allows it nothing any more. */
  public void dismiss(BrokerPrincipal principal) {
    administer(setup -> setup.dismiss(principal));
  }

  /**
   * Replaces the password; services that run use the new one as soon as they are asked for it.
   *
   * @param principal one whom the brokers do not know from their settings
   */
  public void renew(BrokerPrincipal principal) {
    brokers.passwords().replace(principal);
    administer(
        setup -> {
          setup.renew(principal);
          return 1;
        });
  }

  private int administer(ToIntFunction<PrincipalSetup> request) {
    try (Admin admin = Admin.create(brokers.as(BrokerPrincipal.ADMIN))) {
      return request.applyAsInt(new PrincipalSetup(admin, brokers.passwords()));
    }
  }
}
