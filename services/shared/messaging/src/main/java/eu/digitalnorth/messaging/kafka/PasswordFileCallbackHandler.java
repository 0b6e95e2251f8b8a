package eu.digitalnorth.messaging.kafka;

import eu.digitalnorth.trust.broker.BrokerPasswords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.scram.ScramExtensionsCallback;

/**
 * Answers a broker's challenge with the password that is in the file at that moment. Kafka makes an
 * instance for each client.
 */
public final class PasswordFileCallbackHandler implements AuthenticateCallbackHandler {
  static final String FILE = "passwordFile";
  private static final String USER = "username";

  private String user = "";
  private Path file = Path.of("");

  @Override
  public void configure(
      Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> logins) {
    Map<String, ?> options = logins.getFirst().getOptions();
    user = required(options, USER);
    file = Path.of(required(options, FILE));
  }

  @Override
  public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      switch (callback) {
        case NameCallback name -> name.setName(user);
        case PasswordCallback password ->
            password.setPassword(BrokerPasswords.read(file).toCharArray());
        case ScramExtensionsCallback none -> none.extensions(Map.of());
        default -> throw new UnsupportedCallbackException(callback);
      }
    }
  }

  @Override
  public void close() {
    // It holds nothing.
  }

  private static String required(Map<String, ?> options, String name) {
    return (String) Objects.requireNonNull(options.get(name), name);
  }
}
