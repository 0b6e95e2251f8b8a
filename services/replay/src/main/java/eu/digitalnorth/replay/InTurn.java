package eu.digitalnorth.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A thread that does one thing after the other, ahead of whoever asks for what came of them. After
 * one that failed, nothing more is done. For use by one thread.
 *
 * @param <T> what comes of each
 */
public final class InTurn<T> implements AutoCloseable {
  private final ExecutorService thread;
  private final Deque<Future<T>> pending = new ArrayDeque<>();

  /** Of the thread only. */
  private boolean failed;

  public InTurn(String name) {
    thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /** To be done after all that was added before. */
  public void add(Supplier<T> work) {
    pending.add(thread.submit(() -> unlessFailed(work)));
  }

  private T unlessFailed(Supplier<T> work) {
    if (failed) {
      throw new IllegalStateException("What came before has failed");
    }
    failed = true;
    T result = work.get();
    failed = false;
    return result;
  }

  /** How many were added and not taken. */
  public int size() {
    return pending.size();
  }

  /** Waits for the oldest that was not taken; throws what it has thrown. */
  public T take() {
    try {
      return pending.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for what was added. */
  @Override
  public void close() {
    thread.close();
  }
}
