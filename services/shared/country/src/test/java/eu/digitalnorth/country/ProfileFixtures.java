package eu.digitalnorth.country;

import java.util.List;

/** Two small countries that are as they should be, for tests that break one thing. */
final class ProfileFixtures {

  static final String PROVIDER =
      """
      code: AA
      name: Aland
      nativeNames: { en: Aland }
      euMember: true
      eid:
        name: A-ID
        means: [{ name: A-card, level: high }]
      identifiers: { person: ee-isikukood, company: ee-registrikood }
      authorities:
        - id: "AA:register"
          name: The register
          procedures: [V1]
          provides: [BIRTH, RESIDENCE, COMPANY_REGISTRATION]
      registers:
        population: { id: POP, name: People, authority: "AA:register" }
        business: { id: BUS, name: Companies, authority: "AA:register" }
      dataProtection: { id: "AA:data-protection", name: Data protection }
      agreements:
        - { requester: "*", procedure: V1, evidence: RESIDENCE, level: substantial }
        - requester: BB
          procedure: V1
          evidence: BIRTH
          level: high
          authorities: ["BB:office"]
      schemaVersions: { eid: 1 }
      """;

  static final String REQUESTER =
      """
      code: BB
      name: Beland
      nativeNames: { en: Beland }
      euMember: false
      eid:
        name: B-ID
        means: [{ name: B-app, level: low }, { name: B-card, level: substantial }]
      identifiers: { person: fi-hetu, company: fi-y-tunnus }
      authorities:
        - { id: "BB:office", name: The office, procedures: [V1] }
        - { id: "BB:other", name: Another office, procedures: [T2] }
      registers:
        population: { id: POP, name: People, authority: "BB:office" }
        business: { id: BUS, name: Companies, authority: "BB:office" }
      dataProtection: { id: "BB:data-protection", name: Data protection }
      schemaVersions: { eid: 1 }
      """;

  private ProfileFixtures() {}

  static CountryProfiles load(String provider) {
    return ProfileLoader.load(
        List.of(new ProfileSource("aa.yaml", provider), new ProfileSource("bb.yaml", REQUESTER)));
  }
}
