package eu.digitalnorth.messaging.store;

import eu.digitalnorth.messaging.envelope.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Headers as the outbox keeps them: names and values one after the other, each after its length in
 * four bytes, -1 for a value that is absent. Bytes, since a stranger's header may hold what text in
 * the database may not; and one column, since rows with arrays cannot be inserted many at a time.
 */
final class HeaderBytes {
  private static final int ABSENT = -1;

  private HeaderBytes() {}

  static byte[] write(List<Header> headers) {
    byte[][] names = new byte[headers.size()][];
    int length = 0;
    for (int i = 0; i < names.length; i++) {
      names[i] = headers.get(i).name().getBytes(StandardCharsets.UTF_8);
      byte[] value = headers.get(i).value();
      length += 2 * Integer.BYTES + names[i].length + (value == null ? 0 : value.length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int i = 0; i < names.length; i++) {
      bytes.putInt(names[i].length).put(names[i]);
      byte[] value = headers.get(i).value();
      if (value == null) {
        bytes.putInt(ABSENT);
      } else {
        bytes.putInt(value.length).put(value);
      }
    }
    return bytes.array();
  }

  static List<Header> read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    List<Header> headers = new ArrayList<>();
    while (bytes.hasRemaining()) {
      String name = new String(next(bytes, bytes.getInt()), StandardCharsets.UTF_8);
      int length = bytes.getInt();
      headers.add(new Header(name, length == ABSENT ? null : next(bytes, length)));
    }
    return headers;
  }

  private static byte[] next(ByteBuffer bytes, int length) {
    byte[] next = new byte[length];
    bytes.get(next);
    return next;
  }
}
