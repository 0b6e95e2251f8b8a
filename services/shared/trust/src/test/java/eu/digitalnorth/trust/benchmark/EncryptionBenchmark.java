package eu.digitalnorth.trust.benchmark;

import eu.digitalnorth.trust.encryption.Decryption;
import eu.digitalnorth.trust.encryption.DecryptionOutcome;
import eu.digitalnorth.trust.encryption.EncryptedPart;
import eu.digitalnorth.trust.encryption.Encryption;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.security.SecureRandom;
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

/** A personal part of the usual size, 500 bytes, encrypted and decrypted. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class EncryptionBenchmark {
  private static final byte[] CONTENT = new byte[500];
  private static final String TYPE = "application/avro";
  private static final String CONTEXT = "0b9d4bd6-6a0b-4f5a-9d0e-0d2f3bb0a001";

  private Party party;
  private Encryption encryption;
  private Decryption decryption;
  private ResponseKeyPair keyPair;
  private RecipientKey recipient;
  private EncryptedPart part;

  @Setup
  public void prepare(Party prepared) {
    party = prepared;
    encryption = new Encryption(party.crypto(), new SecureRandom());
    decryption = new Decryption(party.crypto());
    keyPair = newResponseKey();
    recipient = RecipientKey.read(keyPair.publicJwk(), party.crypto()).orElseThrow();
    part = encrypt();
  }

  @Benchmark
  public EncryptedPart encrypt() {
    return encryption.encrypt(CONTENT, recipient, TYPE, CONTEXT);
  }

  @Benchmark
  public DecryptionOutcome decrypt() {
    return decryption.decrypt(part.jwe(), keyPair, TYPE, CONTEXT, part.digest());
  }

  @Benchmark
  public ResponseKeyPair newResponseKey() {
    return ResponseKeyPair.generate(party.crypto());
  }
}
