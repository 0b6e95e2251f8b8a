/**
 * The whole exchange on one machine: its servers, and one process per service, with everything that
 * they need (keys, databases, topics, schemas). The command line uses it, and so do the system
 * tests.
 */
package eu.digitalnorth.local.installation;
