package eu.digitalnorth.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of docs/ledger.md are these. */
class CanonicalFormTest {

  @Test
  void writesEveryFieldInTheOrderOfNames() {
    assertThat(text(Entries.decision(1)))
        .isEqualTo(
            """
            {"action":"DECIDED",\
            "authority":{"country":"NO","id":"NO:university-admissions",\
            "name":"Samordna \\"opptak\\" \\\\ Ås"},\
            "bodyDigest":"0000000000000000000000000000000000000000000000000000000000000000",\
            "counterparty":"NO","country":"EE","decidedAt":"2026-11-22T12:00:00.120000Z",\
            "eventId":"00000000-0000-0001-0000-000000000001","evidenceType":"DIPLOMA",\
            "exchangeId":"00000000-0000-0002-0000-000000000001","format":1,\
            "messageId":"00000000-0000-0003-0000-000000000001",\
            "messageType":"eu.digitalnorth.evidence.request.v1",\
            "occurredAt":"2026-11-22T12:00:01.120000Z","outcome":"PROVIDED",\
            "positions":[{"offset":"9007199254740993","partition":0,\
            "topic":"ee.register.person.v1"},\
            {"offset":"0","partition":2,"topic":"lv.eid.attestation-status.v1"}],\
            "procedure":"T2","recordedAt":"2026-11-22T12:00:02.120000Z","service":"evidence",\
            "subject":"abababababababababababababababababababababababababababababababab",\
            "topic":"ee.evidence.request.v1"}\
            """);
  }

  @Test
  void leavesOutWhatAnEntryDoesNotSay() {
    assertThat(text(Entries.refusal()))
        .isEqualTo(
            """
            {"action":"REJECTED","country":"EE",\
            "eventId":"00000000-0000-0001-0000-000000000063","format":1,\
            "occurredAt":"2026-11-22T12:00:00.120000Z","positions":[],\
            "recordedAt":"2026-11-22T12:00:00.120000Z","service":"evidence",\
            "topic":"ee.evidence.request.v1"}\
            """);
  }

  /** RFC 8785, clause 3.2.2.2. */
  @ParameterizedTest
  @CsvSource({
    "8, \\b",
    "9, \\t",
    "10, \\n",
    "12, \\f",
    "13, \\r",
    "0, \\u0000",
    "31, \\u001f",
    "34, \\\"",
    "92, \\\\",
    "127, \u007f",
    "8364, €"
  })
  void escapesAsTheRfcSays(int character, String escaped) {
    List<SeenPosition> positions = List.of(new SeenPosition(Character.toString(character), 0, 1));

    assertThat(CanonicalForm.positions(positions))
        .isEqualTo("[{\"offset\":\"1\",\"partition\":0,\"topic\":\"" + escaped + "\"}]");
  }

  @Test
  void hashesLeavesAsRfc9162Does() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);
    sha256.update(CanonicalForm.of(Entries.decision(1)));

    assertThat(HashChain.leaf(Entries.decision(1))).isEqualTo(Hash.of(sha256.digest()));
  }

  /**
   * Computed by another program (docs/ledger.md), and fixed, so that no change of the code changes
   * the ledgers that are there.
   */
  @Test
  void hashesNeverChange() {
    Hash leaf = HashChain.leaf(Entries.decision(1));
    Hash beginning = HashChain.beginning(Entries.ESTONIA);

    assertThat(beginning)
        .hasToString("df02c497253c711e9ad4fefdf02910d3e9d18fb2f2ada8a4eab6e5cfb9147d19");
    assertThat(leaf)
        .hasToString("9ca1d8309328734a6c7434eed507ac0cfce2fcc2a91aa1861efe96bd0df219b6");
    assertThat(HashChain.link(beginning, leaf))
        .hasToString("771f7d6efdbdc99f05f68f70dfa4575cfdd9278bf451b88b38c748d43dbb87fd");
  }

  private static String text(EntryContent content) {
    return new String(CanonicalForm.of(content), StandardCharsets.UTF_8);
  }
}
