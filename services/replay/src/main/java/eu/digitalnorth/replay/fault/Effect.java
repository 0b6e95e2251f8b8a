package eu.digitalnorth.replay.fault;

import java.time.Duration;

/** What goes wrong with a record. */
public sealed interface Effect {
  /** As reports name it. */
  String kind();

  /** It is not sent. */
  record Drop() implements Effect {
    @Override
    public String kind() {
      return "drop";
    }
  }

  /**
   * It is sent again.
   *
   * @param times how many times more
   * @param after so much later each, of recorded time; zero for at once
   */
  record Duplicate(int times, Duration after) implements Effect {
    @Override
    public String kind() {
      return "duplicate";
    }
  }

  /**
   * It is sent later, and others overtake it.
   *
   * @param by so much, of recorded time
   */
  record Delay(Duration by) implements Effect {
    @Override
    public String kind() {
      return "delay";
    }
  }

  /**
   * It is sent after records that came after it.
   *
   * @param within which records these are
   * @param distance how many
   */
  record Reorder(Within within, int distance) implements Effect {
    @Override
    public String kind() {
      return "reorder";
    }
  }

  /** Among which records one changes its place. */
  enum Within {
    /** Of the same key in the same partition: the order that Kafka keeps. */
    KEY,
    /** Of the same partition, whatever their keys. */
    PARTITION,
    /** Of all: the order between partitions, which Kafka does not keep. */
    ALL
  }

  /**
   * Some of its bytes are others.
   *
   * @param part which
   * @param bytes how many, at most as many as there are
   */
  record Corrupt(Part part, int bytes) implements Effect {
    @Override
    public String kind() {
      return "corrupt";
    }
  }

  /**
   * It waits until so many have come together, and all are sent at once.
   *
   * @param size it and those that come after it
   */
  record Burst(int size) implements Effect {
    @Override
    public String kind() {
      return "burst";
    }
  }
}
