package eu.digitalnorth.local.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A scenario, as the portal tells it.
 *
 * @param requester id of the requesting authority
 * @param citizenCountry in upper case
 * @param providers further countries that are asked for evidence, in upper case
 * @param denies whether the citizen denies
 * @param expected how it is to end
 */
public record Scenario(
    String id,
    String title,
    String story,
    String requester,
    String citizenCountry,
    List<String> providers,
    boolean denies,
    Ending expected) {

  /** Of somebody who takes no part. */
  public static final Scenario STRANGER =
      new Scenario(
          "stranger",
          "Not a participant",
          "Somebody who is no participant writes to Estonia's inbox: refused, audited, put aside.",
          "XX:nobody",
          "EE",
          List.of(),
          false,
          new Ending("REFUSED", "", "NOT_A_PARTICIPANT"));

  /** Of somebody who changes what another has signed. */
  public static final Scenario TAMPERED =
      new Scenario(
          "tampered",
          "Changed on its way",
          "Somebody changes the procedure in a request that Norway has signed.",
          "NO:nobody",
          "EE",
          List.of(),
          false,
          new Ending("REFUSED", "", "BAD_SIGNATURE"));

  /** Of a participant that speaks for another. */
  public static final Scenario IMPERSONATED =
      new Scenario(
          "impersonated",
          "Signed by another country",
          "Somebody asks in Norway's name and signs with Finland's key.",
          "NO:nobody",
          "EE",
          List.of(),
          false,
          new Ending("REFUSED", "", "UNTRUSTED_KEY"));

  /** Of an attestation that its holder takes back. */
  public static final Scenario REVOKED =
      new Scenario(
          "revoked",
          "Revoked",
          "A student revokes an attestation: the next evidence request with it is refused.",
          "NO:university-admissions",
          "EE",
          List.of(),
          false,
          new Ending("REFUSED", "EDM:ERR:0001", "ATTESTATION_REVOKED"));

  /** Those that no portal can play: the records are not what a portal sends. */
  static final List<Scenario> INTRUSIONS = List.of(STRANGER, TAMPERED, IMPERSONATED);

  public Scenario {
    providers = List.copyOf(providers);
  }

  static Scenario of(JsonNode json) {
    return new Scenario(
        json.path("id").asString(),
        json.path("title").asString(),
        json.path("story").asString(),
        json.path("requester").asString(),
        json.path("citizenCountry").asString(),
        json.path("evidence")
            .valueStream()
            .map(evidence -> evidence.path("providerCountry").asString(""))
            .filter(country -> !country.isEmpty())
            .toList(),
        json.path("citizen").asString("").equalsIgnoreCase("denies"),
        Ending.of(json.path("expected").path("state").asString(), json.path("expected")));
  }

  /** Whose services have a part in it; who only pretends to be a country has none. */
  Set<String> countries() {
    Set<String> countries = new LinkedHashSet<>(providers);
    countries.add(citizenCountry);
    if (!INTRUSIONS.contains(this)) {
      countries.add(requester.substring(0, 2));
    }
    return countries;
  }

  /** Who asks whom, for example {@code NO → EE, LV}. */
  public String route() {
    Set<String> asked = new LinkedHashSet<>();
    asked.add(citizenCountry);
    asked.addAll(providers);
    return requester.substring(0, 2) + " → " + String.join(", ", asked);
  }
}
