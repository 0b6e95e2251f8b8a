package eu.digitalnorth.schemas;

import eu.digitalnorth.schemas.audit.AuditEvent;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.AttestationResponse;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.eid.LoginHint;
import eu.digitalnorth.schemas.evidence.BirthEvidence;
import eu.digitalnorth.schemas.evidence.CompanyRegistrationEvidence;
import eu.digitalnorth.schemas.evidence.DiplomaEvidence;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.evidence.EvidenceResponse;
import eu.digitalnorth.schemas.evidence.ResidenceEvidence;
import eu.digitalnorth.schemas.evidence.TaxClearanceEvidence;
import eu.digitalnorth.schemas.register.Company;
import eu.digitalnorth.schemas.register.CompanyChange;
import eu.digitalnorth.schemas.register.LifeEvent;
import eu.digitalnorth.schemas.register.LifeEventDetails;
import eu.digitalnorth.schemas.register.Person;
import eu.digitalnorth.schemas.register.PersonChange;
import eu.digitalnorth.schemas.trust.PublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The records that are encoded by themselves, and so are released and registered. */
public final class RecordTypes {
  private static final List<Schema> MESSAGES =
      List.of(
          AttestationRequest.getClassSchema(),
          AttestationResponse.getClassSchema(),
          AttestationStatus.getClassSchema(),
          AuditEvent.getClassSchema(),
          CompanyChange.getClassSchema(),
          EvidenceRequest.getClassSchema(),
          EvidenceResponse.getClassSchema(),
          LifeEvent.getClassSchema(),
          PersonChange.getClassSchema(),
          PublicKey.getClassSchema());

  private static final List<Schema> PERSONAL =
      List.of(
          BirthEvidence.getClassSchema(),
          Company.getClassSchema(),
          CompanyRegistrationEvidence.getClassSchema(),
          DiplomaEvidence.getClassSchema(),
          LifeEventDetails.getClassSchema(),
          LoginHint.getClassSchema(),
          Person.getClassSchema(),
          ResidenceEvidence.getClassSchema(),
          TaxClearanceEvidence.getClassSchema());

  private RecordTypes() {}

  /** What is the value of a record on a topic. */
  public static List<Schema> messages() {
    return MESSAGES;
  }

  /** What travels inside a {@link eu.digitalnorth.schemas.wire.PersonalPart}. */
  public static List<Schema> personal() {
    return PERSONAL;
  }

  /** Both. */
  public static List<Schema> all() {
    return Stream.concat(MESSAGES.stream(), PERSONAL.stream()).toList();
  }
}
