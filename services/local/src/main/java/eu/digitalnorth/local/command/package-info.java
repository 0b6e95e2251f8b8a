/** The command line {@code exchange}. */
package eu.digitalnorth.local.command;
