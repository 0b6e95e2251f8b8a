package eu.digitalnorth.trust.status;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status of many attestations by their place in a list (draft-ietf-oauth-status-list, section
 * 4): 1, 2, 4 or 8 bits each, the first in the least significant bits of the first byte.
 */
public final class StatusList {
  /** What the statuses of {@link Status} take. */
  private static final int BITS = 2;

  private final int bits;
  private final byte[] bytes;

  /**
   * @param bytes not copied
   */
  StatusList(int bits, byte[] bytes) {
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8) {
      throw new IllegalArgumentException("A status takes 1, 2, 4 or 8 bits");
    }
    this.bits = bits;
    this.bytes = bytes;
  }

  /**
   * @param size number of places
   * @param others statuses other than {@link Status#VALID} by place
   */
  public static StatusList of(int size, Map<Integer, Status> others) {
    byte[] bytes = new byte[Math.ceilDiv(size * BITS, Byte.SIZE)];
    others.forEach(
        (index, status) -> {
          if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No place in a list of " + size + ": " + index);
          }
          bytes[index * BITS / Byte.SIZE] |= (byte) (status.code() << (index * BITS % Byte.SIZE));
        });
    return new StatusList(BITS, bytes);
  }

  /** Empty if the list has no such place, or a status there that is not known. */
  public Optional<Status> get(int index) {
    if (index < 0 || index >= size()) {
      return Optional.empty();
    }
    int position = index * bits;
    int code = bytes[position / Byte.SIZE] >> (position % Byte.SIZE) & ((1 << bits) - 1);
    return Status.byCode(code);
  }

  /** Number of places; the last byte may have some that nobody was given. */
  public int size() {
    return bytes.length * (Byte.SIZE / bits);
  }

  int bits() {
    return bits;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatusList that
        && bits == that.bits
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "StatusList[" + size() + " places of " + bits + " bits]";
  }
}
