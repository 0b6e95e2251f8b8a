package eu.digitalnorth.portal.testing;

/** Bodies of {@code POST /api/exchanges}. */
public final class Requests {
  /** An official test number. */
  public static final String STUDENT = "39901012239";

  private Requests() {}

  /** An Estonian student applies to a Norwegian university. */
  public static String diploma() {
    return body("NO:university-admissions", "T2", "[{\"type\": \"DIPLOMA\"}]", "PT5M");
  }

  public static String diplomaWithin(String lifetime) {
    return body("NO:university-admissions", "T2", "[{\"type\": \"DIPLOMA\"}]", lifetime);
  }

  public static String diplomaAndBirth() {
    return body(
        "NO:university-admissions",
        "T2",
        "[{\"type\": \"DIPLOMA\"}, {\"type\": \"BIRTH\"}]",
        "PT5M");
  }

  public static String diplomaForSweden() {
    return body("SE:university-admissions", "T2", "[{\"type\": \"DIPLOMA\"}]", "PT5M");
  }

  private static String body(String requester, String procedure, String evidence, String lifetime) {
    return """
    {"procedure": "%s", "requester": "%s", "citizenCountry": "EE",
     "loginHint": {"scheme": "ee-isikukood", "identifier": "%s"},
     "levelOfAssurance": "high", "evidence": %s, "explicitRequest": true, "lifetime": "%s"}
    """
        .formatted(procedure, requester, STUDENT, evidence, lifetime);
  }
}
