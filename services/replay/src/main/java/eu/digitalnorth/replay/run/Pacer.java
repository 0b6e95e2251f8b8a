package eu.digitalnorth.replay.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Waits until it is a record's turn. */
final class Pacer {
  /** Somebody who wants it to stop does not wait longer. */
  private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(100);

  /** How late a thread that was parked wakes up otherwise: instead, it looks at the clock. */
  private static final long SPIN = TimeUnit.MICROSECONDS.toNanos(100);

  private final Pace pace;
  private final BooleanSupplier stop;
  private final LongSupplier nanoTime;
  private final LongConsumer nap;
  private long begunAt;
  private long firstTimestamp = Long.MIN_VALUE;

  Pacer(Pace pace, BooleanSupplier stop) {
    this(pace, stop, System::nanoTime, Pacer::nap);
  }

  /**
   * @param nap waits so many nanoseconds, or less
   */
  Pacer(Pace pace, BooleanSupplier stop, LongSupplier nanoTime, LongConsumer nap) {
    this.pace = pace;
    this.stop = stop;
    this.nanoTime = nanoTime;
    this.nap = nap;
  }

  private static void nap(long nanos) {
    if (nanos > SPIN) {
      LockSupport.parkNanos(nanos - SPIN);
    } else {
      Thread.onSpinWait();
    }
  }

  /** Returns at once for a record whose time has passed, be it that timestamps went back. */
  void await(long timestamp) {
    if (pace instanceof Pace.Intervals(var factor)) {
      if (firstTimestamp == Long.MIN_VALUE) {
        firstTimestamp = timestamp;
        begunAt = nanoTime.getAsLong();
      }
      long due =
          begunAt + (long) (TimeUnit.MILLISECONDS.toNanos(timestamp - firstTimestamp) / factor);
      for (long left = due - nanoTime.getAsLong();
          left > 0 && !stop.getAsBoolean();
          left = due - nanoTime.getAsLong()) {
        nap.accept(Math.min(left, LONGEST_NAP));
      }
    }
  }
}
