package eu.digitalnorth.evidence.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.evidence.Fixtures;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.schemas.eid.Attestation;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceRequestMapperTest {
  private final Attestation attestation = Fixtures.attestation(UUID.randomUUID());
  private final EvidenceRequest wire = Fixtures.request(attestation);

  @Test
  void aWellFormedRequestIsReadWhole() {
    var request = read(wire);

    assertThat(request).hasNoNullFieldsOrProperties();
    assertThat(request.procedure()).isEqualTo(ProcedureCode.TERTIARY_ADMISSION);
    assertThat(request.attestation().levelOfAssurance()).isEqualTo(LevelOfAssurance.HIGH);
    assertThat(request.attestation().legalPerson()).isNull();
  }

  @ParameterizedTest
  @EnumSource(value = EvidenceType.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void everyEvidenceTypeOfTheWireIsOneOfOurs(EvidenceType type) {
    wire.setEvidenceType(type);

    assertThat(read(wire).type()).isEqualTo(EvidenceTypeCode.valueOf(type.name()));
  }

  @Test
  void anUnknownEvidenceTypeIsNone() {
    wire.setEvidenceType(EvidenceType.UNKNOWN);

    assertThat(read(wire).type()).isNull();
  }

  @Test
  void codesThatAreNoneAreLeftToTheRules() {
    wire.setProcedure("T99");
    wire.setRequester(new Authority("NO", "no such form", "?"));
    wire.setAttestingCountry("Estonia");

    var request = read(wire);

    assertThat(request.procedure()).isNull();
    assertThat(request.requester()).isNull();
    assertThat(request.attestingCountry()).isNull();
  }

  @Test
  void anAttestationOfGarbageIsNone() {
    wire.getAttestation().setContent(ByteBuffer.wrap(new byte[] {1, 2, 3}));

    assertThat(read(wire).attestation()).isNull();
  }

  @Test
  void anAttestationOfAnUnknownFormIsNone() {
    wire.getAttestation().setContentType("text/plain");

    assertThat(read(wire).attestation()).isNull();
  }

  @Test
  void anIdentifierThatIsNoneIsLeftToTheRules() {
    attestation.getNaturalPerson().setPersonIdentifier(Fixtures.STUDENT);

    var request = read(Fixtures.request(attestation));

    assertThat(request.attestation().naturalPerson().identifier()).isNull();
  }

  private static eu.digitalnorth.evidence.domain.EvidenceRequest read(EvidenceRequest wire) {
    return EvidenceRequestMapper.read(wire, Personal.national().heldBy(Fixtures.ESTONIA));
  }
}
