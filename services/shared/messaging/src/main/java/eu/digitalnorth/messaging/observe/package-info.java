/**
 * What an operator sees: numbers of messages, and the paths that they took. By country, kind of
 * topic, stage and code only: neither has a tag that tells of whom or of which exchange.
 */
package eu.digitalnorth.messaging.observe;
