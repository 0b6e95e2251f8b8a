package eu.digitalnorth.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InTurnTest {

  @Test
  void whatComesOfEachIsTakenInTheOrderInWhichItWasAdded() {
    try (InTurn<Integer> turns = new InTurn<>("test")) {
      for (int i = 0; i < 100; i++) {
        int number = i;
        turns.add(() -> number);
      }

      List<Integer> taken = new ArrayList<>();
      while (turns.size() > 0) {
        taken.add(turns.take());
      }
      assertThat(taken).hasSize(100).isSorted();
    }
  }

  @Test
  void afterOneThatFailedNothingMoreIsDone() {
    List<String> done = new ArrayList<>();
    try (InTurn<Boolean> turns = new InTurn<>("test")) {
      CountDownLatch allAdded = new CountDownLatch(1);
      turns.add(
          () -> {
            awaiting(allAdded);
            throw new ReplayException(Failure.STORAGE, "No room.");
          });
      turns.add(() -> done.add("after it"));
      allAdded.countDown();

      assertThatThrownBy(turns::take).isInstanceOf(ReplayException.class).hasMessage("No room.");
      assertThatThrownBy(turns::take).isInstanceOf(IllegalStateException.class);
    }
    assertThat(done).isEmpty();
  }

  @Test
  void whoClosesItWaitsForWhatWasAdded() {
    List<String> done = new ArrayList<>();
    InTurn<Boolean> turns = new InTurn<>("test");
    turns.add(() -> done.add("first"));
    turns.add(() -> done.add("second"));

    turns.close();

    assertThat(done).containsExactly("first", "second");
  }

  private static void awaiting(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
