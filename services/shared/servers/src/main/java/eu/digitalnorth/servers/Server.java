package eu.digitalnorth.servers;

/**
 * One server, as one process; it can be started again after it was stopped or killed, and keeps
 * port and data.
 */
public sealed interface Server permits PostgresServer, KafkaServer, SchemaRegistryServer {
  /** For people: {@code Kafka}. */
  String name();

  /** By which its process is recorded. */
  String processName();

  /**
   * Starts it and returns when it serves; at first on its configured port, later on the one it had.
   */
  void start();

  /** Ends it in good order, if it runs. */
  void stop();

  /** SIGKILL, if it runs. */
  void kill();

  boolean isReady();

  /** The port it listens on, once started. */
  int port();
}
