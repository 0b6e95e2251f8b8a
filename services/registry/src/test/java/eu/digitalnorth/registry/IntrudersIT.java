package eu.digitalnorth.registry;

import static eu.digitalnorth.registry.SharedRegistry.REGISTRY;
import static eu.digitalnorth.registry.SharedRegistry.lookUpBody;
import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.registry.RegistryUnderTest.Answer;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Those who do not keep a register, and what else comes in with requests. */
@ExtendWith({SharedRegistry.class, OutputCaptureExtension.class})
class IntrudersIT {
  private static final TestIssuer ISSUER = TestIssuer.shared();
  private static final String PERSONAS = "/api/registers/ee/personas";
  private static final String LOOKUP = "/api/registers/ee/persons/lookup";

  @Test
  void anonymousSeesNothing() throws Exception {
    assertThat(REGISTRY.getAnonymously(PERSONAS).status()).isEqualTo(401);
    assertThat(REGISTRY.getAnonymously("/api/registers/ee/persons/x").status()).isEqualTo(401);
  }

  @Test
  void anotherCountrysRegistrarIsRefused() throws Exception {
    String finn = ISSUER.officer("FI:population-register", OfficerRole.values());

    assertRefused(finn);
  }

  @Test
  void anOfficerOfAnotherAuthorityIsRefused() throws Exception {
    assertRefused(ISSUER.officer("EE:university-admissions", OfficerRole.REQUESTER));
    assertRefused(ISSUER.officer("EE:data-protection", OfficerRole.LEDGER_SUPERVISOR));
  }

  @Test
  void aCitizenIsRefusedEvenAboutThemself() throws Exception {
    JsonNode student = REGISTRY.persona("ee", "student").get("person");
    String citizen = ISSUER.citizen("EE", "ee-isikukood", student.get("identifier").asString());

    assertRefused(citizen);
    String path = "/api/registers/ee/persons/" + student.get("subject").asString();
    assertThat(REGISTRY.get(path, citizen).status()).isEqualTo(403);
    assertThat(REGISTRY.post(path + "/death", "{\"deceasedOn\":\"2026-11-02\"}", citizen).status())
        .isEqualTo(403);
  }

  @Test
  void whoKeepsTheBusinessRegisterReadsNoPeople() throws Exception {
    String business = ISSUER.officer("EE:business-register", OfficerRole.BUSINESS_REGISTRAR);

    assertThat(REGISTRY.post(LOOKUP, lookUpBody("ee-isikukood", "x"), business).status())
        .isEqualTo(403);
  }

  @Test
  void theDemonstrationIsToldItsPersonasAndNothingElse() throws Exception {
    String demonstration = ISSUER.officer("EE:demonstration", OfficerRole.DEMONSTRATOR);

    assertThat(REGISTRY.get(PERSONAS, demonstration).status()).isEqualTo(200);
    assertThat(REGISTRY.post(LOOKUP, lookUpBody("ee-isikukood", "x"), demonstration).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' or '1'='1",
        "x'; drop table person; --",
        "%",
        "\\u0000",
        "' union select * from person --"
      })
  void sqlInAnIdentifierIsAnIdentifierThatNobodyHas(String sql) throws Exception {
    Answer answer = REGISTRY.post(LOOKUP, lookUpBody("passport", sql));

    assertThat(answer.status()).isIn(400, 404);
    assertThat(REGISTRY.get("/api/registers/ee/persons/" + "'%20or%20'1'='1").status())
        .isEqualTo(404);
    assertThat(REGISTRY.persona("ee", "student")).isNotNull();
  }

  @Test
  void sqlInANameIsAName() throws Exception {
    Answer answer =
        REGISTRY.post("/api/registers/se/persons", arrival("Bobby'); drop table person;--"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().get("familyName").asString())
        .isEqualTo("Bobby'); drop table person;--");
    assertThat(REGISTRY.persona("se", "student")).isNotNull();
  }

  @Test
  void aNameForgesNoLineInTheLog(CapturedOutput output) throws Exception {
    Answer answer =
        REGISTRY.post(
            "/api/registers/se/persons",
            arrival("Tamm\\n2026-11-22T12:00:00.000Z  INFO 1 --- all is well"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("all is well");
    assertThat(output.getAll()).doesNotContain("all is well");
  }

  private static void assertRefused(String token) throws Exception {
    assertThat(REGISTRY.get(PERSONAS, token).status()).isEqualTo(403);
    assertThat(REGISTRY.post(LOOKUP, lookUpBody("ee-isikukood", "x"), token).status())
        .isEqualTo(403);
    assertThat(REGISTRY.post("/api/registers/ee/persons", "{}", token).status()).isEqualTo(403);
    assertThat(REGISTRY.post("/api/registers/ee/companies/x/status", "{}", token).status())
        .isEqualTo(403);
  }

  private static String arrival(String familyName) {
    return """
    {"familyName": "%s", "givenName": "Anna", "dateOfBirth": "1990-05-05", "gender": "FEMALE",
     "nationalities": ["FI"], "foreignIdentifiers": [],
     "address": {"streetAddress": "Storgatan", "postalCode": "903 26", "locality": "Umeå"}}
    """
        .formatted(familyName);
  }
}
