package eu.digitalnorth.registry.seed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Chance that is the same for the same seed: {@link Random}'s sequence is specified. */
final class Dice {
  private final Random random;

  private Dice(Random random) {
    this.random = random;
  }

  /**
   * @param purpose so that different things do not share a sequence
   */
  static Dice of(long seed, String purpose) {
    return new Dice(new Random(seed * 31 + purpose.hashCode()));
  }

  /** Both bounds can come up. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Both days can come up. */
  LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(between(0, (int) ChronoUnit.DAYS.between(first, last)));
  }

  /** A birthday that makes somebody this old on a day. */
  LocalDate birthday(int age, LocalDate on) {
    LocalDate latest = on.minusYears(age);
    return day(latest.minusYears(1).plusDays(1), latest);
  }
}
