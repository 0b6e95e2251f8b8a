package eu.digitalnorth.local.installation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of database roles, generated once and kept in a private file. */
record Passwords(Properties values) {
  private static final int BYTES = 24;

  /**
   * @param roles who have one
   */
  static Passwords in(Path data, Collection<String> roles) {
    Path file = data.resolve("passwords.properties");
    Properties values = read(file);
    boolean complete = true;
    for (String role : roles) {
      complete &= values.putIfAbsent(role, random()) != null;
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

  String of(String role) {
    return values.getProperty(role);
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
