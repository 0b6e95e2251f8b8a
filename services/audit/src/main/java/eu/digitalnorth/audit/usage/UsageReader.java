package eu.digitalnorth.audit.usage;

import eu.digitalnorth.audit.ledger.EntryContent;
import eu.digitalnorth.audit.ledger.RequestingAuthority;
import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the use that an entry logged. */
public final class UsageReader {
  private static final String UNKNOWN = "unknown";

  private final CountryProfiles profiles;

  public UsageReader(CountryProfiles profiles) {
    this.profiles = profiles;
  }

  public Usage read(EntryContent entry) {
    boolean staysHere = UsageRule.RECEIVING.contains(entry.action());
    String country =
        staysHere || entry.counterparty() == null ? entry.country().value() : entry.counterparty();
    RequestingAuthority receiver =
        Optional.ofNullable(entry.authority()).orElseGet(() -> register(country));
    return new Usage(
        entry.occurredAt(),
        action(entry),
        receiver.id(),
        receiver.name(),
        system(country, staysHere ? entry.service() : askingService(entry)),
        entry.procedure(),
        system(entry.country().value(), entry.service()),
        false);
  }

  /** Where no authority asked, a country's population register is told. */
  private RequestingAuthority register(String country) {
    return profile(country)
        .flatMap(profile -> profile.authority(profile.populationRegister().authority()))
        .map(authority -> named(country, authority.id(), authority.name()))
        .orElseGet(() -> new RequestingAuthority(country, UNKNOWN, UNKNOWN));
  }

  private static RequestingAuthority named(String country, AuthorityId id, String name) {
    return new RequestingAuthority(country, id.value(), name);
  }

  private Optional<CountryProfile> profile(String country) {
    return country.matches("[A-Z]{2}") ? profiles.find(CountryCode.of(country)) : Optional.empty();
  }

  /** Requests come from a portal; what is told unasked goes from register to register. */
  private static String askingService(EntryContent entry) {
    return entry.action().equals(UsageRule.DECIDING) ? "portal" : "registry";
  }

  private static String system(String country, String service) {
    return "urn:digital-north:" + country.toLowerCase(Locale.ROOT) + ':' + service;
  }

  private static String action(EntryContent entry) {
    String outcome = entry.outcome() == null ? "" : ": " + entry.outcome();
    return switch (entry.action()) {
      case UsageRule.DECIDING -> what(entry) + outcome;
      case UsageRule.SENDING -> what(entry) + " sent";
      case "LATE" -> what(entry) + " received late";
      default -> what(entry) + " received";
    };
  }

  private static String what(EntryContent entry) {
    String message = message(entry.messageType());
    return switch (message) {
      case "eid.attestation-request", "eid.attestation-response" -> "Attestation";
      case "evidence.request", "evidence.response" ->
          entry.evidenceType() == null ? "Evidence" : "Evidence " + entry.evidenceType();
      case "register.life-event" -> "Life event";
      case "register.person", "register.company" -> "Register change";
      default -> message;
    };
  }

  /** {@code evidence.request} of {@code eu.digitalnorth.evidence.request.v1}. */
  private static String message(@Nullable String type) {
    return type == null
        ? "message"
        : type.replaceFirst("^eu[.]digitalnorth[.]", "").replaceFirst("[.]v[0-9]+$", "");
  }
}
