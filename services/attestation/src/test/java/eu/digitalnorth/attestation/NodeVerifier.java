package eu.digitalnorth.attestation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.fixture.Personal;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs docs/clients/node/verify-attestation.mjs, which verifies with {@code @sd-jwt/sd-jwt-vc}. */
final class NodeVerifier {
  private static final Path SCRIPTS = Path.of("../../docs/clients/node");

  private NodeVerifier() {}

  /** Whether `npm ci` was run there. */
  static boolean isInstalled() {
    return Files.isDirectory(SCRIPTS.resolve("node_modules/@sd-jwt/sd-jwt-vc"));
  }

  /** What the script said, and whether it was content. */
  record Answer(int exitCode, String output) {}

  static Answer verify(CountryCode issuer, String attestation, String statusList) {
    ServiceKeys keys = Personal.keys().keys(issuer, "attestation");
    ObjectNode input = JsonMapper.shared().createObjectNode();
    input.put("attestation", attestation);
    input.set("attestationKey", publicKey(keys, KeyPurpose.ATTESTATION_SIGNATURE));
    input.put("statusList", statusList);
    input.set("statusKey", publicKey(keys, KeyPurpose.STATUS_SIGNATURE));
    return run(input.toString());
  }

  private static JsonNode publicKey(ServiceKeys keys, KeyPurpose purpose) {
    return JsonMapper.shared()
        .readTree(
            new String(
                keys.current(purpose, Instant.now()).claim().publicKey(), StandardCharsets.UTF_8));
  }

  private static Answer run(String input) {
    try {
      Process process =
          new ProcessBuilder("node", "verify-attestation.mjs")
              .directory(SCRIPTS.toFile())
              .redirectErrorStream(true)
              .start();
      try (OutputStream toScript = process.getOutputStream()) {
        toScript.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
