package eu.digitalnorth.trust.benchmark;

import static eu.digitalnorth.trust.Installation.NO;
import static eu.digitalnorth.trust.Installation.START;

import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.signature.MessageSignature;
import eu.digitalnorth.trust.signature.MessageSigner;
import eu.digitalnorth.trust.signature.MessageVerifier;
import eu.digitalnorth.trust.signature.SignatureCheck;
import eu.digitalnorth.trust.signature.SignedContent;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A message of the usual size, 1 kB, signed and verified: alone, and as one of a batch of 16. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class SignatureBenchmark {
  private static final SignedContent CONTENT =
      new SignedContent(
          "ee.evidence.request.v1",
          new byte[36],
          "5a3c8e46-7a55-4f0f-8a51-64c7f1b5a002",
          "eu.digitalnorth.evidence.request.v1",
          "urn:digital-north:no:portal",
          "0b9d4bd6-6a0b-4f5a-9d0e-0d2f3bb0a001",
          START.toString(),
          "urn:sha256:" + "0123456789abcdef".repeat(4),
          new byte[1_024]);

  private KeyRing keyRing;
  private MessageSigner signer;
  private MessageVerifier verifier;
  private String header;
  private List<String> batch;

  @Setup
  public void prepare(Party party) {
    signer = new MessageSigner(party.installation.keys().keys(NO, "portal"));
    keyRing = party.keyRing;
    verifier = new MessageVerifier(keyRing);
    header = sign().toString();
    batch = signBatch().stream().map(MessageSignature::toString).toList();
  }

  @Benchmark
  public MessageSignature sign() {
    return signer.sign(CONTENT, START);
  }

  @Benchmark
  public SignatureCheck verify() {
    return verifier.check(CONTENT, header, NO, "portal", START);
  }

  /** Time for each of the messages. */
  @Benchmark
  @OperationsPerInvocation(16)
  public List<MessageSignature> signBatch() {
    return signer.sign(Collections.nCopies(16, CONTENT), START);
  }

  /** Time for each of the messages, of a batch that was not met before. */
  @Benchmark
  @OperationsPerInvocation(16)
  public void verifyBatch(Blackhole results) {
    MessageVerifier fresh = new MessageVerifier(keyRing);
    batch.forEach(each -> results.consume(fresh.check(CONTENT, each, NO, "portal", START)));
  }
}
