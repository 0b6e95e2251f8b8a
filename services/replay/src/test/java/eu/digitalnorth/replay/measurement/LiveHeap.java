package eu.digitalnorth.replay.measurement;

import eu.digitalnorth.replay.command.ReplayCommand;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Replay's command line, which tells at its end how much was alive in the heap at most. What a
 * collection of the young leaves, or what {@code -Xmx} is filled with, tells nothing of that: here,
 * all is collected ten times a second.
 */
final class LiveHeap {
  /** Before the megabytes. */
  static final String TOLD = "alive at most: ";

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final AtomicLong most = new AtomicLong();

  private LiveHeap() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(LiveHeap::watch);
    Runtime.getRuntime().addShutdownHook(new Thread(LiveHeap::tell));
    ReplayCommand.main(arguments);
  }

  private static void watch() {
    while (true) {
      System.gc();
      most.accumulateAndGet(aliveAfterCollection(), Math::max);
      LockSupport.parkNanos(INTERVAL_NANOS);
    }
  }

  /** The serial collector puts all that is alive there. */
  private static long aliveAfterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getName().startsWith("Tenured"))
        .mapToLong(LiveHeap::usedAfterCollection)
        .sum();
  }

  private static long usedAfterCollection(MemoryPoolMXBean pool) {
    return pool.getCollectionUsage().getUsed();
  }

  private static void tell() {
    System.out.println(TOLD + (most.get() >> 20));
  }
}
