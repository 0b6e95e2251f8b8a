package eu.digitalnorth.local.installation;

import eu.digitalnorth.servers.KafkaCertificate;
import eu.digitalnorth.trust.key.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The certificate by which the broker of an installation encrypts, and the authority that has
 * signed it, both of the installation's own making with Java's {@code keytool}. Where they are
 * there, every connection to the broker is encrypted from the next start on.
 */
public final class Certificates {
  private static final int PASSWORD_BYTES = 24;
  private static final String AUTHORITY = "authority";
  private static final String BROKER = "broker";

  /** Ten years, and one. */
  private static final int AUTHORITY_DAYS = 3650;

  private static final int BROKER_DAYS = 365;

  private final Path folder;

  /**
   * @param keys folder of the installation's keys
   */
  public Certificates(Path keys) {
    this.folder = keys.resolve("tls");
  }

  /** PEM; it is no secret. */
  public Path authority() {
    return folder.resolve("authority.pem");
  }

  /** Empty where none was made. */
  public Optional<KafkaCertificate> ofBroker() {
    Path store = store(BROKER);
    return Files.exists(store)
        ? Optional.of(
            new KafkaCertificate(store, PrivateFiles.read(passwordFile()).strip(), authority()))
        : Optional.empty();
  }

  /**
   * Makes a new certificate for the broker, and the authority first, if there is none yet.
   *
   * @param hosts names by which clients reach the broker, besides this machine's
   */
  public void create(Collection<String> hosts) {
    try {
      createFolder();
      PrivateFiles.createIfAbsent(passwordFile(), Certificates::newPassword);
      if (!Files.exists(authority())) {
        createAuthority();
      }
      createBroker(hosts);
      ownerOnly(store(AUTHORITY), "rw-------");
      ownerOnly(store(BROKER), "rw-------");
    } catch (IOException e) {
      throw new InstallationException(folder + " cannot be written.", e);
    }
  }

  /** From the next start on, nothing is encrypted any more. */
  public void delete() {
    try {
      Files.deleteIfExists(store(BROKER));
    } catch (IOException e) {
      throw new InstallationException(store(BROKER) + " cannot be deleted.", e);
    }
  }

  private void createAuthority() throws IOException {
    Files.deleteIfExists(store(AUTHORITY));
    generate(
        AUTHORITY,
        AUTHORITY_DAYS,
        List.of("-ext", "bc:critical=ca:true,pathlen:0", "-ext", "ku:critical=keyCertSign"));
    keytool("-exportcert", List.of("-rfc", "-alias", AUTHORITY, "-file", authority().toString()));
  }

  /** Signed where the authority's key is, then moved to where the broker finds nothing else. */
  private void createBroker(Collection<String> hosts) throws IOException {
    List<String> names = new ArrayList<>(List.of("ip:127.0.0.1", "dns:localhost"));
    hosts.forEach(host -> names.add("dns:" + host));
    Files.deleteIfExists(store(BROKER));
    generate(
        BROKER,
        BROKER_DAYS,
        List.of(
            "-signer",
            AUTHORITY,
            "-ext",
            "san=" + String.join(",", names),
            "-ext",
            "ku:critical=digitalSignature",
            "-ext",
            "eku=serverAuth"));
    run(
        List.of(
            "-importkeystore",
            "-srckeystore",
            store(AUTHORITY).toString(),
            "-srcstorepass:file",
            passwordFile().toString(),
            "-srcalias",
            BROKER,
            "-destkeystore",
            store(BROKER).toString(),
            "-deststoretype",
            "PKCS12",
            "-deststorepass:file",
            passwordFile().toString()));
    keytool("-delete", List.of("-alias", BROKER));
  }

  private void generate(String alias, int days, List<String> options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Digital North " + alias,
                "-validity",
                Integer.toString(days)));
    all.addAll(options);
    keytool("-genkeypair", all);
  }

  private void keytool(String command, List<String> options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "-keystore",
                store(AUTHORITY).toString(),
                "-storetype",
                "PKCS12",
                "-storepass:file",
                passwordFile().toString()));
    all.addAll(options);
    run(all);
  }

  private static void run(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new InstallationException("keytool failed: " + said);
      }
    } catch (IOException e) {
      throw new InstallationException("keytool cannot be run.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InstallationException("The making of certificates was broken off.", e);
    }
  }

  /**
   * Closed to others before anything is in it, since keytool's files are open when they are new.
   */
  private void createFolder() throws IOException {
    Files.createDirectories(folder);
    ownerOnly(folder, "rwx------");
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private Path passwordFile() {
    return folder.resolve("store.password");
  }

  private static String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random) + "\n";
  }
}
