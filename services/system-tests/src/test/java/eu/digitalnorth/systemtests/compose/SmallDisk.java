package eu.digitalnorth.systemtests.compose;

/**
 * A disk of a broker's own, in memory, which can be filled without harm to the machine. The broker
 * comes to it with nothing, and gets all that it has from the other two.
 */
final class SmallDisk implements AutoCloseable {
  private static final String DATA = "/var/lib/kafka/data";

  private final String broker;
  private final String volume;

  /** Keeps the disk while the broker does not run. */
  private final String keeper;

  private SmallDisk(String broker, String volume, String keeper) {
    this.broker = broker;
    this.volume = volume;
    this.keeper = keeper;
  }

  /** Returns when the broker serves from it. */
  static SmallDisk of(String broker) {
    Compose.remove(broker); // a container stays with the disk that it has
    Compose.upWith(
        """
        services:
          %s: { volumes: ["small:%s"] }
        volumes:
          small: { driver_opts: { type: tmpfs, device: tmpfs, o: "size=192m,uid=1000" } }
        """
            .formatted(broker, DATA),
        broker);
    String volume = volumeOf(Compose.containers(broker).getFirst());
    String keeper =
        Compose.dockerOutput(
                "run",
                "-d",
                "--network",
                "none",
                "-v",
                volume + ":/disk",
                "--entrypoint",
                "sleep",
                "postgres:18",
                "infinity")
            .strip();
    return new SmallDisk(broker, volume, keeper);
  }

  /** To the last byte. */
  void fill() {
    inKeeper("! cat /dev/zero >/disk/full 2>/dev/null");
  }

  void free() {
    inKeeper("rm /disk/full");
  }

  /** The broker is back on the disk that it had. */
  @Override
  public void close() {
    Compose.remove(broker);
    Compose.up();
    Compose.docker("rm", "-f", keeper);
    Compose.docker("volume", "rm", volume);
  }

  private void inKeeper(String command) {
    Compose.docker("exec", keeper, "sh", "-c", command);
  }

  private static String volumeOf(String container) {
    return Compose.dockerOutput(
            "inspect",
            "--format",
            "{{range .Mounts}}{{if eq .Destination \"" + DATA + "\"}}{{.Name}}{{end}}{{end}}",
            container)
        .strip();
  }
}
