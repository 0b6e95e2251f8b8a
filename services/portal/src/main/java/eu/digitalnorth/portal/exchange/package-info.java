/** What an exchange is and how it may go on; free of Spring, Kafka and Avro. */
@NullMarked
package eu.digitalnorth.portal.exchange;

import org.jspecify.annotations.NullMarked;
