package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of the services' database roles, generated once and kept in a private file. */
record Passwords(Properties values) {
  private static final int BYTES = 24;

  static Passwords in(Path data) {
    Path file = data.resolve("passwords.properties");
    Properties values = read(file);
    boolean complete = true;
    for (Service service : Service.values()) {
      complete &= values.putIfAbsent(service.id(), random()) != null;
    }
    if (!complete) {
      StringBuilder text = new StringBuilder();
      values.stringPropertyNames().stream()
          .sorted()
          .forEach(name -> text.append(name).append('=').append(values.get(name)).append('\n'));
      PrivateFiles.write(file, text.toString());
    }
    return new Passwords(values);
  }

  String of(Service service) {
    return values.getProperty(service.id());
  }

  /** Without the passwords, so that they are not logged by accident. */
  @Override
  public String toString() {
    return "Passwords";
  }

  private static Properties read(Path file) {
    Properties values = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new InstallationException(file + " cannot be read.", e);
      }
    }
    return values;
  }

  private static String random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
