package eu.digitalnorth.messaging.kafka;

import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * How brokers are reached, and as whom. There is no way in without a password.
 *
 * @param bootstrapServers comma-separated {@code host:port}; the administrator's are others than
 *     everybody's
 * @param passwords of the principals that this process acts as
 * @param certificateAuthority who has signed the brokers' certificates, PEM; without it, nothing is
 *     encrypted
 */
public record BrokerAccess(
    String bootstrapServers, BrokerPasswords passwords, @Nullable Path certificateAuthority) {

  /** For those whom the administrator has created: the broker keeps but a hash of the password. */
  private static final String SCRAM = "SCRAM-SHA-512";

  /** For those who stand in the broker's own settings. */
  private static final String PLAIN = "PLAIN";

  static {
    NativeHmac.install();
  }

  /**
   * Client settings by which a client comes in as this principal. The password is not among them:
   * it is read when it is needed, so that a replaced one is taken up, and cannot be logged.
   *
   * @throws eu.digitalnorth.trust.key.MissingKeyException if there is no password
   */
  public Map<String, Object> as(BrokerPrincipal principal) {
    passwords.of(principal);
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(SaslConfigs.SASL_MECHANISM, mechanism(principal));
    settings.put(SaslConfigs.SASL_JAAS_CONFIG, login(principal));
    settings.put(SaslConfigs.SASL_CLIENT_CALLBACK_HANDLER_CLASS, PasswordFileCallbackHandler.class);
    settings.putAll(transport());
    return settings;
  }

  private Map<String, Object> transport() {
    if (certificateAuthority == null) {
      return Map.of(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
    }
    return Map.of(
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
        "SASL_SSL",
        SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
        "PEM",
        SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
        certificateAuthority.toString());
  }

  private String login(BrokerPrincipal principal) {
    Class<?> module =
        mechanism(principal).equals(SCRAM) ? ScramLoginModule.class : PlainLoginModule.class;
    return "%s required username=\"%s\" %s=\"%s\";"
        .formatted(
            module.getName(),
            principal.name(),
            PasswordFileCallbackHandler.FILE,
            passwords
                .fileOf(principal)
                .toAbsolutePath()
                .toString()
                .replace("\\", "\\\\")
                .replace("\"", "\\\""));
  }

  /** SASL mechanism by which this principal comes in. */
  public static String mechanism(BrokerPrincipal principal) {
    return BrokerPrincipal.KNOWN_FROM_THE_START.contains(principal) ? PLAIN : SCRAM;
  }
}
