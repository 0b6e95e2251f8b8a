/** Joins the Kafka clusters of two countries. */
package eu.digitalnorth.bridge;
