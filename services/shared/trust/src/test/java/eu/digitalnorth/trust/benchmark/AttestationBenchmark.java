package eu.digitalnorth.trust.benchmark;

import static eu.digitalnorth.trust.Installation.EE;
import static eu.digitalnorth.trust.Installation.START;

import eu.digitalnorth.trust.attestation.AttestationIssuer;
import eu.digitalnorth.trust.attestation.AttestationOutcome;
import eu.digitalnorth.trust.attestation.AttestationVerifier;
import eu.digitalnorth.trust.attestation.Attested;
import eu.digitalnorth.trust.attestation.PidClaim;
import eu.digitalnorth.trust.attestation.SaltSource;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An attestation of twelve claims, eight of them disclosed, issued and verified. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class AttestationBenchmark {
  private static final Set<PidClaim> DISCLOSED = PidClaim.askedFor(List.of("PlaceOfBirth"));

  private AttestationIssuer issuer;
  private AttestationVerifier verifier;
  private String attestation;

  @Setup
  public void prepare(Party party) {
    issuer =
        new AttestationIssuer(
            party.installation.keys().keys(EE, "attestation"),
            SaltSource.random(new SecureRandom()));
    verifier = new AttestationVerifier(party.keyRing);
    attestation = issue();
  }

  @Benchmark
  public String issue() {
    return issuer.issue(Attested.ATTESTATION, DISCLOSED);
  }

  @Benchmark
  public AttestationOutcome verify() {
    return verifier.verify(attestation, Attested.EXPECTED, START);
  }
}
