package eu.digitalnorth.replay.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** On Ctrl-C, asks what runs to end in good order, and gives it the time to. */
final class StopOnSignal implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop-on-signal");
  private volatile boolean stopping;

  private StopOnSignal() {}

  static StopOnSignal install() {
    StopOnSignal stop = new StopOnSignal();
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  @Override
  public boolean getAsBoolean() {
    return stopping;
  }

  private void stop() {
    stopping = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything has been said: the process may end. */
  @Override
  public void close() {
    ended.countDown();
    if (!stopping) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
