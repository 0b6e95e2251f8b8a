package eu.digitalnorth.replay.fault;

import eu.digitalnorth.messaging.envelope.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a part are other ones when they are sent, after a schema's id was replaced.
 *
 * @param flips what each position's byte is combined with by exclusive or, never 0
 */
public record Corruption(Part part, SortedMap<Integer, Integer> flips) {

  static Corruption of(Part part, int length, int bytes, Chance chance) {
    SortedMap<Integer, Integer> flips = new TreeMap<>();
    int wanted = Math.min(bytes, length);
    while (flips.size() < wanted) {
      flips.putIfAbsent(chance.below(length), 1 + chance.below(255));
    }
    return new Corruption(part, flips);
  }

  List<Integer> positions() {
    return List.copyOf(flips.keySet());
  }

  /** The same bytes if another part is meant; never changes those that it is given. */
  public byte @Nullable [] apply(Part.Kind kind, byte @Nullable [] bytes) {
    return bytes == null || part.kind() != kind ? bytes : flipped(bytes);
  }

  /** Likewise. */
  public List<Header> apply(List<Header> headers) {
    if (part.kind() != Part.Kind.HEADER) {
      return headers;
    }
    List<Header> corrupt = new ArrayList<>(headers);
    for (int i = corrupt.size() - 1; i >= 0; i--) {
      Header header = corrupt.get(i);
      byte[] value = header.value();
      if (header.name().equals(part.header()) && value != null) {
        corrupt.set(i, new Header(header.name(), flipped(value)));
        break;
      }
    }
    return corrupt;
  }

  private byte[] flipped(byte[] bytes) {
    byte[] corrupt = bytes.clone();
    flips.forEach((position, mask) -> corrupt[position] ^= mask.byteValue());
    return corrupt;
  }
}
