package eu.digitalnorth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortTest {
  private static final int MANY = 300;

  @Test
  void noFreePortIsGivenTwiceHoweverManyAskAtOnce() {
    Set<Integer> given = ConcurrentHashMap.newKeySet();

    IntStream.range(0, MANY).parallel().forEach(i -> given.add(Port.free()));

    assertThat(given).hasSize(MANY).allMatch(port -> port >= 20_000 && port < 32_000);
  }
}
