/** Tests with JUnit Jupiter that run a service against a recording. */
package eu.digitalnorth.replay.junit;
