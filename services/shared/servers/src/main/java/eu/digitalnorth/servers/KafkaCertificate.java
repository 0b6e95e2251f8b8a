package eu.digitalnorth.servers;

import java.nio.file.Path;

/**
 * The broker's private key and certificate, and the authority that brokers and clients trust.
 *
 * @param keyStore PKCS #12; the certificate names the hosts that clients connect to
 * @param password of the key store and its key
 * @param authority certificate of who has signed it, PEM
 */
public record KafkaCertificate(Path keyStore, String password, Path authority) {
  /** Without the password, so that it is not logged by accident. */
  @Override
  public String toString() {
    return "KafkaCertificate[keyStore=%s, authority=%s]".formatted(keyStore, authority);
  }
}
