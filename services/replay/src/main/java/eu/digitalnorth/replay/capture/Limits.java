package eu.digitalnorth.replay.capture;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a recording ends before its range does.
 *
 * @param records how many at most; null if there may be any number
 * @param duration after how long; null if it may take any time
 * @param stop is asked often whether somebody wants it to stop
 */
public record Limits(@Nullable Long records, @Nullable Duration duration, BooleanSupplier stop) {

  public static Limits none() {
    return new Limits(null, null, () -> false);
  }
}
