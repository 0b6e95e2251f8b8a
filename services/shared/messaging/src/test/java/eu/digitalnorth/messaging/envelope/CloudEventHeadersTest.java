package eu.digitalnorth.messaging.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {
  private static final int MANY = 2_000;
  private static final long LATEST_SECOND = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

  private final Random random = new Random(2017);

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    for (int i = 0; i < MANY; i++) {
      Envelope envelope = anyEnvelope();

      assertThat(CloudEventHeaders.read(record(CloudEventHeaders.write(envelope))))
          .isEqualTo(envelope);
    }
  }

  @Test
  void anythingElseIsRefusedOrReadButNeverFailsOtherwise() {
    int refused = 0;
    for (int i = 0; i < MANY; i++) {
      List<Header> headers = new ArrayList<>(CloudEventHeaders.write(anyEnvelope()));
      int which = random.nextInt(headers.size());
      headers.set(which, new Header(headers.get(which).name(), anyBytes()));
      refused += isRefused(headers) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(MANY / 3);
  }

  @Test
  void everyRequiredHeaderIsMissed() {
    List<Header> headers = CloudEventHeaders.write(anyEnvelope());
    for (Header missing : headers) {
      if (missing.name().startsWith("ce_")) {
        List<Header> others = headers.stream().filter(h -> h != missing).toList();

        assertThatThrownBy(() -> CloudEventHeaders.read(record(others)))
            .isInstanceOf(RejectedRecordException.class)
            .hasMessageContaining(missing.name());
      }
    }
  }

  @Test
  void aRepeatedHeaderIsRefusedSinceReadersDifferInWhichOneCounts() {
    List<Header> once = CloudEventHeaders.write(anyEnvelope());
    Header another = Header.of("ce_id", UUID.randomUUID().toString());
    Header withoutValue = new Header("ce_id", null);

    for (Header again : List.of(another, withoutValue)) {
      for (int place : List.of(0, once.size())) {
        List<Header> headers = new ArrayList<>(once);
        headers.add(place, again);
        assertThat(isRefused(headers)).as("%s at %d", again, place).isTrue();
      }
    }
  }

  private boolean isRefused(List<Header> headers) {
    try {
      CloudEventHeaders.read(record(headers));
      return false;
    } catch (RejectedRecordException e) {
      assertThat(e.reason()).isEqualTo(Rejection.BAD_HEADER);
      return true;
    }
  }

  private Envelope anyEnvelope() {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    String subject = new UUID(random.nextLong(), random.nextLong()).toString();
    String country = "" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
    return new Envelope(
        id,
        "eu.digitalnorth.some.thing.v" + random.nextInt(100),
        new Source(CountryCode.of(country), "service-" + random.nextInt(100)),
        subject,
        Instant.ofEpochSecond(random.nextLong(LATEST_SECOND)).plusMillis(random.nextInt(1000)),
        "urn:sha256:" + Long.toHexString(random.nextLong()),
        random.nextBoolean() ? null : TraceParent.next(null, subject, id));
  }

  private byte[] anyBytes() {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static RawRecord record(List<Header> headers) {
    byte[] key = "key".getBytes(StandardCharsets.UTF_8);
    return new RawRecord("ee.evidence.request.v1", 0, 0, 0, key, null, headers);
  }
}
