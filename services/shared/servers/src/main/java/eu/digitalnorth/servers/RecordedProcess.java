package eu.digitalnorth.servers;

/**
 * A child process that a directory has a record of.
 *
 * @param name as in the names of its files
 * @param alive whether it still runs; if not, it ended without being asked
 * @param orphan whether it runs although the process that started it does not
 */
public record RecordedProcess(String name, long pid, boolean alive, boolean orphan) {}
