package eu.digitalnorth.country;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An online procedure in which evidence may be asked for: a code of the OOTS code list {@code
 * Procedures} (Annex II of Regulation (EU) 2018/1724), or, for a procedure of a directive that its
 * Article 14(1) names, the directive as {@code DIR-year-number}, since only Annex II codes could be
 * checked against the list.
 *
 * @param value for example {@code T2} or {@code DIR-2014-24}
 */
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {

  private static final Pattern DIRECTIVE = Pattern.compile("DIR-\\d{4}-\\d{1,4}");

  /** The published codes of OOTS-EDM 2.0.1, and {@code 00}, which its rules admit beside them. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "00", "R1", "S1", "T1", "T2", "T3", "U1", "U2", "U3", "U4", "V1", "V2", "V3", "V4", "V5",
          "W1", "W2", "X1", "X2", "X3", "X4", "X5", "X6", "X7", "X9", "X10", "X11", "AK1", "AL1",
          "AM1");

  /** Names that were checked; X1 has the name of its life event in Annex II, its own was not. */
  private static final Map<String, String> TITLES =
      Map.of(
          "00", "System check",
          "R1", "Proof of registration of birth",
          "S1", "Proof of residence",
          "T1", "Study finance for tertiary education",
          "T2", "Initial application for admission to a public tertiary education institution",
          "T3", "Academic recognition of diplomas",
          "V1", "Registering a change of address",
          "X1", "Starting, running and closing a business",
          "DIR-2014-24", "Public procurement (Directive 2014/24/EU)");

  // Below what its constructor needs: static fields are set in the order of the text.
  public static final ProcedureCode SYSTEM_CHECK = new ProcedureCode("00");
  public static final ProcedureCode PROOF_OF_BIRTH = new ProcedureCode("R1");
  public static final ProcedureCode PROOF_OF_RESIDENCE = new ProcedureCode("S1");
  public static final ProcedureCode STUDY_FINANCE = new ProcedureCode("T1");
  public static final ProcedureCode TERTIARY_ADMISSION = new ProcedureCode("T2");
  public static final ProcedureCode ACADEMIC_RECOGNITION = new ProcedureCode("T3");
  public static final ProcedureCode CHANGE_OF_ADDRESS = new ProcedureCode("V1");
  public static final ProcedureCode BUSINESS_ACTIVITY = new ProcedureCode("X1");
  public static final ProcedureCode PUBLIC_PROCUREMENT = new ProcedureCode("DIR-2014-24");

  public ProcedureCode {
    if (!PUBLISHED.contains(value) && !DIRECTIVE.matcher(value).matches()) {
      throw new IllegalArgumentException("No published procedure code: " + value);
    }
  }

  /** An English name to show to people; the code itself where its name was not checked. */
  public String title() {
    return TITLES.getOrDefault(value, value);
  }

  @Override
  public int compareTo(ProcedureCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
