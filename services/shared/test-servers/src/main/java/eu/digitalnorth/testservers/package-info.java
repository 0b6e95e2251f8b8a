/**
 * The one seam through which tests reach Kafka, the schema registry and PostgreSQL: {@link
 * eu.digitalnorth.testservers.TestServers}.
 */
package eu.digitalnorth.testservers;
