package eu.digitalnorth.country;

/** Which countries an access agreement is made with. */
public sealed interface Requester {

  /** Whether a country may ask under this agreement. */
  boolean admits(CountryCode country);

  /** Every other participant; {@code *} in YAML. */
  record AnyCountry() implements Requester {
    @Override
    public boolean admits(CountryCode country) {
      return true;
    }
  }

  /** One named country, whose agreements then stand in place of those made with everybody. */
  record OneCountry(CountryCode country) implements Requester {
    @Override
    public boolean admits(CountryCode asking) {
      return country.equals(asking);
    }
  }
}
