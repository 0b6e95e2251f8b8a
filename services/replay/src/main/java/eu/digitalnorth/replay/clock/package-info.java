/**
 * The clock of a service in the sandbox. It is on a service's class path only where the sandbox has
 * put it there, and does nothing there unless the sandbox has named a file: no service that was
 * built and started as usual can have its time set.
 */
package eu.digitalnorth.replay.clock;
