package eu.digitalnorth.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.local.installation.Endpoints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many who start an exchange at once, each under a key of its own. One whose start is not
 * acknowledged cannot know whether it was accepted, and starts again under the same key.
 */
final class Applicants implements AutoCloseable {
  private static final int AT_ONCE = 32;

  private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
  private final List<String> keys = new ArrayList<>();
  private final Exchanges exchanges;
  private final Map<String, String> acknowledged =
      Collections.synchronizedMap(new LinkedHashMap<>());

  Applicants(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  /** Lets the next ones start; returns at once. */
  void start(int count, Endpoints portal) {
    for (int i = 0; i < count; i++) {
      String key = UUID.randomUUID().toString();
      keys.add(key);
      clients.execute(() -> start(key, portal));
    }
  }

  /** The exchanges that were acknowledged by now, the first one first. */
  List<String> acknowledged() {
    synchronized (acknowledged) {
      return List.copyOf(acknowledged.values());
    }
  }

  /** Returns when all have been acknowledged; who was so before is told the same exchange. */
  List<String> startAgain(Endpoints portal) {
    return keys.stream()
        .map(
            key -> {
              String id = exchanges.start(portal, key);
              assertThat(id).isEqualTo(acknowledged.getOrDefault(key, id));
              return id;
            })
        .toList();
  }

  /** Returns when every start was acknowledged or has failed. */
  @Override
  public void close() {
    clients.close();
  }

  private void start(String key, Endpoints portal) {
    try {
      acknowledged.put(key, exchanges.start(portal, key));
    } catch (RuntimeException e) {
      System.out.println("Not acknowledged: " + e.getMessage());
    }
  }
}
