package eu.digitalnorth.trust.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every small change to a signed record that one can think of. */
final class Tampering {
  private static final int TOPIC = 0;
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Tampering() {}

  static SignedContent withBody(SignedContent content, byte @Nullable [] body) {
    List<byte[]> fields = fields(content);
    fields.set(8, body);
    return content(fields);
  }

  /** Texts are read as ISO 8859-1, so that each byte is one character of its own. */
  static Stream<SignedContent> everyFlippedBit(SignedContent content) {
    List<byte[]> fields = fields(content);
    return IntStream.range(0, fields.size())
        .boxed()
        .flatMap(
            field ->
                IntStream.range(0, 8 * fields.get(field).length)
                    .mapToObj(bit -> flipped(fields, field, bit)));
  }

  private static SignedContent flipped(List<byte[]> fields, int field, int bit) {
    byte[] changed = fields.get(field).clone();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return with(fields, field, changed);
  }

  static Stream<String> everyOtherSpelling(String signature) {
    String alphabet = BASE64URL + ":=+/ .";
    Stream<String> replaced =
        IntStream.range(0, signature.length())
            .boxed()
            .flatMap(
                at ->
                    alphabet
                        .chars()
                        .filter(c -> c != signature.charAt(at))
                        .mapToObj(
                            c ->
                                signature.substring(0, at)
                                    + (char) c
                                    + signature.substring(at + 1)));
    Stream<String> longer =
        Stream.of(signature + "=", signature + "A", " " + signature, signature + "\n");
    Stream<String> shorter =
        IntStream.range(0, signature.length()).mapToObj(end -> signature.substring(0, end));
    return Stream.of(replaced, longer, shorter).flatMap(changed -> changed);
  }

  /** The last byte of a field becomes the first of the next, and the other way round. */
  static Stream<SignedContent> everyShiftedBoundary(SignedContent content) {
    List<byte[]> fields = fields(content);
    return IntStream.range(1, 7)
        .boxed()
        .flatMap(field -> Stream.of(shifted(fields, field, true), shifted(fields, field, false)));
  }

  private static SignedContent shifted(List<byte[]> fields, int field, boolean right) {
    byte[] both = concatenated(fields.get(field), fields.get(field + 1));
    int boundary = fields.get(field).length + (right ? -1 : 1);
    List<byte[]> changed = new ArrayList<>(fields);
    changed.set(field, Arrays.copyOfRange(both, 0, boundary));
    changed.set(field + 1, Arrays.copyOfRange(both, boundary, both.length));
    return content(changed);
  }

  static Stream<SignedContent> everyFieldMissingOrEmpty(SignedContent content) {
    List<byte[]> fields = fields(content);
    return IntStream.range(TOPIC + 1, fields.size())
        .boxed()
        .flatMap(field -> Stream.of(with(fields, field, null), with(fields, field, new byte[0])));
  }

  private static SignedContent with(List<byte[]> fields, int field, byte @Nullable [] value) {
    List<byte[]> changed = new ArrayList<>(fields);
    changed.set(field, value);
    return content(changed);
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static List<byte[]> fields(SignedContent content) {
    return new ArrayList<>(
        Arrays.asList(
            bytes(content.topic()),
            content.key(),
            bytes(content.id()),
            bytes(content.type()),
            bytes(content.source()),
            bytes(content.subject()),
            bytes(content.time()),
            bytes(content.dataSchema()),
            content.body()));
  }

  private static SignedContent content(List<byte[]> fields) {
    return new SignedContent(
        text(fields.get(TOPIC)),
        fields.get(1),
        text(fields.get(2)),
        text(fields.get(3)),
        text(fields.get(4)),
        text(fields.get(5)),
        text(fields.get(6)),
        text(fields.get(7)),
        fields.get(8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
