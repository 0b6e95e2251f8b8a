package eu.digitalnorth.servers;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: in good order within a time, or at once. */
final class Signals {
  private Signals() {}

  /** Sends the signal, and kills the process if it is still there after the patience. */
  static void end(ProcessHandle process, String signal, Duration patience) {
    send(process, signal);
    if (!awaitExit(process, patience)) {
      kill(process);
    }
  }

  /** Kills the process and what it has started, and waits until they are gone. */
  static void kill(ProcessHandle process) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    awaitExit(process, Duration.ofSeconds(10));
    descendants.forEach(descendant -> awaitExit(descendant, Duration.ofSeconds(10)));
  }

  static boolean awaitExit(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new ServerException(
          "Waiting for the end of process %d failed.".formatted(process.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Java can only send SIGTERM and SIGKILL by itself. */
  private static void send(ProcessHandle process, String signal) {
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
