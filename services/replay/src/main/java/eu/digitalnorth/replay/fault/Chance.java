package eu.digitalnorth.replay.fault;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * What chance decides about a record and a fault. It comes of the seed, the fault's place in the
 * plan and the record's place in its topic alone: what else is replayed changes nothing.
 */
final class Chance {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SplittableRandom random;

  Chance(long seed, int fault, String place) {
    long hash = FNV_OFFSET;
    for (byte b : place.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    SplittableRandom first = new SplittableRandom(seed + 0x9e3779b97f4a7c15L * (fault + 1));
    random = new SplittableRandom(first.nextLong() ^ hash);
  }

  /** A rate of 1 is all, and one of 0 none. */
  boolean isBelow(double rate) {
    return random.nextDouble() < rate;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
