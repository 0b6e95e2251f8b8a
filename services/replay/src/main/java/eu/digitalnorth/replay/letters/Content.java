package eu.digitalnorth.replay.letters;

import eu.digitalnorth.messaging.envelope.Header;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.replay.Fingerprint;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of what a record is, wherever it is: key, value and headers in their order. */
record Content(String sha256) {

  static Content of(RawRecord raw, List<Header> headers) {
    Fingerprint fingerprint = new Fingerprint().add(raw.key()).add(raw.value());
    headers.forEach(header -> fingerprint.add(header.name()).add(header.value()));
    return new Content(HexFormat.of().formatHex(fingerprint.sha256()));
  }
}
