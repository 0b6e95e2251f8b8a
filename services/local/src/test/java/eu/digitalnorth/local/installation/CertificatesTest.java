package eu.digitalnorth.local.installation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.servers.KafkaCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
  private static final List<String> HOSTS = List.of("kafka-1");

  @TempDir private static Path keys;
  private static Certificates certificates;

  @BeforeAll
  static void create() {
    certificates = new Certificates(keys);
    certificates.create(HOSTS);
  }

  @Test
  void whereNoneWasMadeThereIsNone(@TempDir Path other) {
    assertThat(new Certificates(other).ofBroker()).isEmpty();
  }

  @Test
  void theBrokersIsSignedByTheAuthorityAndNamesTheHosts() throws Exception {
    X509Certificate broker = broker();
    broker.verify(authority().getPublicKey());
    assertThat(broker.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .contains("127.0.0.1", "localhost", "kafka-1");
    assertThat(authority().getBasicConstraints()).isNotNegative();
    assertThat(broker.getBasicConstraints()).isNegative();
  }

  @Test
  void theBrokerIsNotGivenTheKeyOfTheAuthority() throws Exception {
    assertThat(Collections.list(store().aliases())).containsExactly("broker");
  }

  @Test
  void anotherOneIsOfTheSameAuthority() throws Exception {
    X509Certificate before = broker();

    certificates.create(HOSTS);

    assertThat(broker()).isNotEqualTo(before);
    broker().verify(authority().getPublicKey());
  }

  @Test
  void nobodyElseReachesTheKeys() throws Exception {
    Path folder = certificates.authority().getParent();
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(List.of("store.password", "authority.p12", "broker.p12"))
        .allSatisfy(file -> assertThat(permissions(folder.resolve(file))).isEqualTo("rw-------"));
  }

  @Test
  void onceDeletedThereIsNoneAnyMore(@TempDir Path other) {
    Certificates deleted = new Certificates(other);
    deleted.create(List.of());

    deleted.delete();

    assertThat(deleted.ofBroker()).isEmpty();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private X509Certificate authority() throws Exception {
    try (InputStream pem = Files.newInputStream(certificates.authority())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
  }

  private X509Certificate broker() throws Exception {
    return (X509Certificate) store().getCertificate("broker");
  }

  private KeyStore store() throws Exception {
    KafkaCertificate certificate = certificates.ofBroker().orElseThrow();
    return KeyStore.getInstance(
        certificate.keyStore().toFile(), certificate.password().toCharArray());
  }
}
