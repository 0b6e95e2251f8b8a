package eu.digitalnorth.evidence.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.EvidenceTypeCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.country.ProcedureCode;
import eu.digitalnorth.evidence.Fixtures;
import eu.digitalnorth.evidence.domain.Attestation;
import eu.digitalnorth.evidence.domain.Presented;
import eu.digitalnorth.evidence.domain.Presented.Fault;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.messaging.fixture.TestAttestation;
import eu.digitalnorth.messaging.fixture.TestEid;
import eu.digitalnorth.messaging.inbox.NotYetException;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import eu.digitalnorth.schemas.wire.Authority;
import eu.digitalnorth.schemas.wire.EvidenceType;
import eu.digitalnorth.trust.KeyDirectory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceRequestMapperTest {
  private static final CountryCode EE = new CountryCode("EE");

  private final TestAttestation attestation = Fixtures.attestation(new TestEid(EE));
  private final EvidenceRequest wire = Fixtures.request(attestation);
  private final EvidenceRequestMapper mapper =
      new EvidenceRequestMapper(new AttestationReader(Trusting.all()), Personal.national());

  @Test
  void aWellFormedRequestIsReadWhole() {
    var request = read(wire);

    assertThat(request).hasNoNullFieldsOrProperties();
    assertThat(request.procedure()).isEqualTo(ProcedureCode.TERTIARY_ADMISSION);
    Attestation presented = request.attestation().orElseThrow();
    assertThat(presented.attestationId()).isEqualTo(attestation.id);
    assertThat(presented.levelOfAssurance()).isEqualTo(LevelOfAssurance.HIGH);
    assertThat(presented.status().list()).isEqualTo(attestation.eid.list());
    assertThat(presented.status().index()).isEqualTo(attestation.status.index());
    assertThat(presented.legalPerson()).isNull();
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

    assertThat(read(wire).presented()).isEqualTo(new Presented.Faulty(Fault.FORM));
  }

  @Test
  void anAttestationOfAnUnknownFormIsNone() {
    wire.getAttestation().setContentType("text/plain");

    assertThat(read(wire).presented()).isEqualTo(new Presented.Faulty(Fault.FORM));
  }

  @Test
  void anAttestationThatRanOutIsToldFromOthers() {
    assertThat(mapper.read(wire, EE, attestation.expiresAt).presented())
        .isEqualTo(new Presented.Faulty(Fault.EXPIRED));
  }

  @Test
  void theStatementAboutAnUnknownKeyIsWaitedFor(@TempDir Path folder) {
    KeyDirectory strangers = new KeyDirectory(folder);
    strangers.createMissing(List.of(EE));
    EvidenceRequest strange = Fixtures.request(Fixtures.attestation(new TestEid(strangers, EE)));

    assertThatThrownBy(() -> read(strange)).isInstanceOf(NotYetException.class);
  }

  @Test
  void anIdentifierThatIsNoneIsLeftToTheRules() {
    attestation.of(Fixtures.PERSON_SCHEME, Fixtures.STUDENT);

    var request = read(Fixtures.request(attestation));

    assertThat(request.attestation().orElseThrow().naturalPerson().identifier()).isNull();
  }

  private eu.digitalnorth.evidence.domain.EvidenceRequest read(EvidenceRequest wire) {
    return mapper.read(wire, EE, Fixtures.now());
  }
}
