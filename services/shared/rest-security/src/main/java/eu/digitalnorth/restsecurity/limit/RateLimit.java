package eu.digitalnorth.restsecurity.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** So many requests for each name, and so many a second after that; a token bucket (RFC 2697). */
final class RateLimit {
  /**
   * Enough for everybody who calls honestly; whoever comes with more names pushes out their own.
   */
  private static final int MOST_NAMES = 10_000;

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private final Rate rate;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_NAMES)
          .expireAfterAccess(FORGOTTEN_AFTER)
          .executor(Runnable::run)
          .build();

  RateLimit(Rate rate) {
    this.rate = rate;
  }

  /**
   * @return how long to wait; zero if this request may be made now
   */
  Duration claim(String name) {
    Bucket bucket = buckets.get(name, any -> newBucket());
    return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .build();
  }
}
