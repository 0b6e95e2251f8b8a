package eu.digitalnorth.local.installation;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does several things at the same time, and fails with the first failure when all are done. */
final class InParallel {
  private InParallel() {}

  static void run(Runnable... actions) {
    forEach(List.of(actions), Runnable::run);
  }

  static <T> void forEach(Collection<T> things, Consumer<T> action) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> running =
          things.stream()
              .map(thing -> CompletableFuture.runAsync(() -> action.accept(thing), executor))
              .toList();
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
