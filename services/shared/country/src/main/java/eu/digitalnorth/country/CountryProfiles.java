package eu.digitalnorth.country;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The participants. Immutable; loaded once at start. */
public final class CountryProfiles {

  private final SortedMap<CountryCode, CountryProfile> profiles;

  CountryProfiles(Map<CountryCode, CountryProfile> profiles) {
    this.profiles = new TreeMap<>(profiles);
  }

  /**
   * Reads every {@code countries/*.yaml} of the class path.
   *
   * @throws InvalidCountryProfilesException with everything that is wrong in any of the files
   */
  public static CountryProfiles load() {
    return ProfileLoader.load(ProfileSource.onClassPath());
  }

  /**
   * Reads those of the class path and every {@code *.yaml} of a directory.
   *
   * @throws InvalidCountryProfilesException with everything that is wrong in any of the files
   */
  public static CountryProfiles load(Path directory) {
    return ProfileLoader.load(ProfileSource.onClassPath(), ProfileSource.inDirectory(directory));
  }

  /**
   * A participant's profile.
   *
   * @throws NoSuchElementException if that country does not take part
   */
  public CountryProfile get(CountryCode code) {
    return find(code)
        .orElseThrow(() -> new NoSuchElementException("No participant: " + code.value()));
  }

  /** Empty if that country does not take part. */
  public Optional<CountryProfile> find(CountryCode code) {
    return Optional.ofNullable(profiles.get(code));
  }

  /** An authority of any participant. */
  public Optional<Authority> authority(AuthorityId id) {
    return find(id.country()).flatMap(profile -> profile.authority(id));
  }

  /** All participants, by code. */
  public Collection<CountryProfile> all() {
    return profiles.values();
  }

  /** The codes of all participants, in order. */
  public SortedSet<CountryCode> codes() {
    return new TreeSet<>(profiles.keySet());
  }
}
