package eu.digitalnorth.testservers;

import eu.digitalnorth.servers.KafkaSecurity;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Which servers a test run uses, and why.
 *
 * @param reason for the person who reads the output
 */
record Choice(boolean containers, String reason) {
  static final String SETTING = "exchange.test.servers";

  /**
   * Made from the setting: {@code auto}, {@code embedded} or {@code containers}.
   *
   * @param docker is asked only if the setting leaves it to Docker
   * @throws IllegalStateException if containers are demanded and cannot be had
   */
  static Choice of(String setting, Supplier<Docker> docker) {
    return switch (setting.toLowerCase(Locale.ROOT)) {
      case "embedded" -> new Choice(false, SETTING + "=embedded");
      case "containers" -> demanded(docker.get());
      case "auto" -> automatic(docker.get());
      default ->
          throw new IllegalArgumentException(
              "%s is \"%s\", but takes auto, embedded or containers".formatted(SETTING, setting));
    };
  }

  Backend start(KafkaSecurity kafkaSecurity) {
    return containers ? new ContainerBackend(kafkaSecurity) : new EmbeddedBackend(kafkaSecurity);
  }

  @Override
  public String toString() {
    return "Test servers: %s (%s)".formatted(containers ? "containers" : "embedded", reason);
  }

  private static Choice demanded(Docker docker) {
    docker
        .obstacle()
        .ifPresent(
            obstacle -> {
              throw new IllegalStateException(
                  "%s=containers, but %s %s".formatted(SETTING, docker.description(), obstacle));
            });
    return new Choice(true, SETTING + "=containers, " + docker.description());
  }

  private static Choice automatic(Docker docker) {
    return docker
        .obstacle()
        .map(obstacle -> new Choice(false, docker.description() + " " + obstacle))
        .orElseGet(() -> new Choice(true, docker.description() + ", images present"));
  }
}
