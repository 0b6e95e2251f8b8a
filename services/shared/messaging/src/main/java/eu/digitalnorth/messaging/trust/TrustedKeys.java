package eu.digitalnorth.messaging.trust;

import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.envelope.RawRecord;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.schemas.trust.PublicKey;
import eu.digitalnorth.schemas.wire.TopicPosition;
import eu.digitalnorth.trust.key.Admission;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyStatement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of all participants, as their trust topics tell. Kept in memory and read from the
 * beginning at each start: there are few, and whoever can write a database cannot slip one in. Safe
 * for many threads.
 */
public final class TrustedKeys {
  private static final Logger log = LoggerFactory.getLogger(TrustedKeys.class);

  /** How long a message may wait for the statement about its key. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** After a wait in vain, so that made-up keys hold nobody up for long. */
  private static final Duration IMPATIENCE = Duration.ofMinutes(1);

  private final KeyRing ring;
  private final AvroCodec codec;
  private final List<Consumer<KeyStatement>> listeners = new CopyOnWriteArrayList<>();
  private final TreeMap<String, Long> positions = new TreeMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long impatientUntil = System.nanoTime();

  public TrustedKeys(KeyRing ring, AvroCodec codec) {
    this.ring = ring;
    this.codec = codec;
  }

  public KeyRing ring() {
    return ring;
  }

  /** Is told of each statement that said something new. */
  public void onNews(Consumer<KeyStatement> listener) {
    listeners.add(listener);
  }

  /**
   * Takes in records of trust topics. What no anchor vouches for is passed over: it stays on its
   * topic for whoever wants to see it.
   *
   * @throws eu.digitalnorth.messaging.codec.RegistryUnavailableException if one cannot be decoded
   *     now
   */
  public void accept(List<RawRecord> records) {
    for (RawRecord raw : records) {
      statement(raw).ifPresent(statement -> add(raw, statement));
    }
    lock.lock();
    try {
      records.forEach(raw -> positions.merge(raw.topic(), raw.offset() + 1, Math::max));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How far the trust topics were read, for the audit event of a decision. */
  public List<TopicPosition> positions() {
    lock.lock();
    try {
      return positions.entrySet().stream()
          .map(entry -> new TopicPosition(entry.getKey(), 0, entry.getValue()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether waiting for the statement about an unknown key makes sense: nobody has done so in vain
   * of late.
   */
  public boolean mayCome(KeyId id) {
    lock.lock();
    try {
      return ring.knows(id) || System.nanoTime() - impatientUntil >= 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something is known of a key, for at most ten seconds.
   *
   * @return whether something may be known of it now
   */
  public boolean await(KeyId id) {
    lock.lock();
    try {
      if (ring.knows(id)) {
        return true; // the statement came since the caller looked
      }
      long begun = System.nanoTime();
      if (begun - impatientUntil < 0) {
        return false;
      }
      long left = PATIENCE.toNanos();
      while (!ring.knows(id) && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (!ring.knows(id)) {
        impatientUntil = System.nanoTime() + IMPATIENCE.toNanos();
        log.warn(
            "Waited in vain for the statement about a key: keyId={} seconds={}",
            id,
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        return false;
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("Interrupted while waiting for a key", e);
    } finally {
      lock.unlock();
    }
  }

  private void add(RawRecord raw, KeyStatement statement) {
    Admission admission = ring.add(statement);
    if (admission.isRefused()) {
      passOver(raw, admission.name());
    } else if (admission != Admission.KNOWN) {
      listeners.forEach(listener -> listener.accept(statement));
    }
  }

  private Optional<KeyStatement> statement(RawRecord raw) {
    if (raw.value() == null) {
      return Optional.empty(); // a key that was known stays known: nobody forgets a revocation
    }
    try {
      PublicKey record = codec.decode(raw.topic(), raw.value(), PublicKey.class);
      Optional<KeyStatement> statement = KeyStatementAvroMapper.fromAvro(record);
      if (statement.isEmpty()) {
        passOver(raw, "NO_STATEMENT");
      }
      return statement.filter(s -> isOfOwner(raw, s));
    } catch (RejectedRecordException e) {
      passOver(raw, e.reason().name());
      return Optional.empty();
    }
  }

  private static boolean isOfOwner(RawRecord raw, KeyStatement statement) {
    boolean own = raw.topic().startsWith(statement.claim().country().lower() + '.');
    if (!own) {
      passOver(raw, "OF_ANOTHER_COUNTRY");
    }
    return own;
  }

  private static void passOver(RawRecord raw, String reason) {
    log.warn(
        "Passing over what is no statement about a key: topic={} offset={} reason={}",
        raw.topic(),
        raw.offset(),
        reason);
  }
}
