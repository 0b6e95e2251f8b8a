/** {@code ./exchange bench}: the exchange's throughput and latency beside raw Kafka's. */
@NullMarked
package eu.digitalnorth.local.bench;

import org.jspecify.annotations.NullMarked;
