package eu.digitalnorth.messaging.state;

import eu.digitalnorth.country.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * A record of a compacted topic.
 *
 * @param owner the country whose topic it is
 * @param key what it is about
 * @param value the state from now on; null means that there is none any more
 */
public record StateRecord<T>(CountryCode owner, String key, @Nullable T value) {}
