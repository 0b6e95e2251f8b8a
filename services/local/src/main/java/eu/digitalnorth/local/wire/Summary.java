package eu.digitalnorth.local.wire;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;

/**
 * Tells in a line what a record says. Only fields of the clear envelope are looked at: whatever is
 * in a personal part stays there, and an unknown record is told by its name alone.
 */
final class Summary {
  private static final Map<String, Function<GenericRecord, String>> BY_TYPE =
      Map.of(
          "AttestationRequest", Summary::attestationRequest,
          "AttestationResponse", Summary::attestationResponse,
          "EvidenceRequest", Summary::evidenceRequest,
          "EvidenceResponse", Summary::evidenceResponse,
          "LifeEvent", Summary::lifeEvent,
          "PersonChange", record -> "a person's entry, version " + text(record, "version"),
          "CompanyChange", record -> "a company's entry, version " + text(record, "version"),
          "AttestationStatus",
              record -> "status of attestations, list " + lastPart(text(record, "uri")),
          "AuditEvent", record -> text(record, "action") + " at " + text(record, "service"));

  private Summary() {}

  static String of(GenericRecord record) {
    return BY_TYPE.getOrDefault(record.getSchema().getName(), any -> "").apply(record);
  }

  private static String attestationRequest(GenericRecord request) {
    return "%s asks %s to attest a citizen, level %s, procedure %s"
        .formatted(
            authority(request, "requester"),
            text(request, "attestingCountry"),
            text(request, "levelOfAssurance"),
            text(request, "procedure"));
  }

  private static String attestationResponse(GenericRecord response) {
    if (response.get("issued") instanceof GenericRecord issued) {
      return "attested, level %s, by %s (%s)"
          .formatted(
              text(issued, "levelOfAssurance"),
              text(issued, "scheme"),
              size(issued, "attestation"));
    }
    return response.get("refused") instanceof GenericRecord refused
        ? "refused: " + text(refused, "reason")
        : "neither issued nor refused";
  }

  private static String evidenceRequest(GenericRecord request) {
    return "%s asks %s for %s, procedure %s, explicit request %s"
        .formatted(
            authority(request, "requester"),
            text(request, "providerCountry"),
            text(request, "evidenceType"),
            text(request, "procedure"),
            Boolean.TRUE.equals(request.get("explicitRequestGiven")) ? "given" : "not given");
  }

  private static String evidenceResponse(GenericRecord response) {
    if (response.get("provided") instanceof GenericRecord provided) {
      return "%s provided by %s (%s)"
          .formatted(
              text(response, "evidenceType"),
              authority(provided, "issuingAuthority"),
              size(provided, "evidence"));
    }
    return response.get("refused") instanceof GenericRecord refused
        ? "refused: %s %s"
            .formatted(text(refused, "code").replace('_', ':'), text(refused, "reason"))
        : "neither provided nor refused";
  }

  private static String lifeEvent(GenericRecord event) {
    return "%s, told by %s to %s (%s)"
        .formatted(
            text(event, "type"),
            text(event, "fromCountry"),
            text(event, "toCountry"),
            size(event, "details"));
  }

  /** How much is in a personal part, which is all that is told of it. */
  private static String size(GenericRecord record, String field) {
    return record.get(field) instanceof GenericRecord part
            && part.get("content") instanceof ByteBuffer content
        ? content.remaining() + " personal bytes"
        : "personal";
  }

  private static String authority(GenericRecord record, String field) {
    return record.get(field) instanceof GenericRecord authority
        ? text(authority, "id")
        : "somebody";
  }

  private static String lastPart(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static String text(GenericRecord record, String field) {
    return String.valueOf(record.get(field));
  }
}
