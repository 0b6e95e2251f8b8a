/** Plays the scenarios through the services' public interfaces, and says how each ended. */
package eu.digitalnorth.local.demo;
