package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.Installation;
import java.util.concurrent.CountDownLatch;

/**
 * Stops an installation when it is no longer needed, be it by Ctrl-C or in the course of things.
 */
final class StopOnExit implements AutoCloseable {
  private final Installation installation;
  private final Console console;
  private final CountDownLatch begun = new CountDownLatch(1);

  private StopOnExit(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  static StopOnExit of(Installation installation, Console console) {
    StopOnExit stop = new StopOnExit(installation, console);
    Runtime.getRuntime().addShutdownHook(new Thread(stop::close, "stop"));
    return stop;
  }

  /** Opens when the stop begins. */
  CountDownLatch begun() {
    return begun;
  }

  @Override
  public synchronized void close() {
    if (begun.getCount() > 0) {
      begun.countDown();
      boolean something = installation.holdsData();
      if (something) {
        console.report("Stopping");
      }
      installation.stop();
      if (something) {
        console.report("Stopped");
      }
    }
  }
}
