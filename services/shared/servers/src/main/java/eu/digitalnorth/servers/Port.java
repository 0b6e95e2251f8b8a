package eu.digitalnorth.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port on the loopback address.
 *
 * @param number 0 stands for any free port
 * @param setting how a person sets it, for error messages: {@code --kafka-port}
 */
public record Port(int number, String setting) {
  public static final String HOST = "127.0.0.1";

  /**
   * Free ports are sought below the range from which operating systems take the ports of outgoing
   * connections: a server that is stopped for a while would else lose its port to a client, in the
   * worst case to one that tries to reach it.
   */
  private static final int LOWEST_FREE = 20_000;

  private static final int HIGHEST_FREE = 32_000;
  private static final int CONNECT_TIMEOUT_MILLIS = 500;

  public Port {
    if (number < 0 || number > 65_535) {
      throw new ServerException("%d is no port: %s takes 0 to 65535.".formatted(number, setting));
    }
  }

  public static Port any() {
    return new Port(0, "its setting");
  }

  /**
   * This port, which is free, or a free one where any will do.
   *
   * @throws PortTakenException if another program listens on it
   */
  public Port claim(String server) {
    if (number == 0) {
      return new Port(free(), setting);
    }
    if (!canBind(number)) {
      throw new PortTakenException(server, this);
    }
    return this;
  }

  boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), number), CONNECT_TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port that was free a moment ago, and that nobody else is given who asks here. */
  public static int free() {
    while (true) {
      int candidate = ThreadLocalRandom.current().nextInt(LOWEST_FREE, HIGHEST_FREE);
      if (PortLeases.take(candidate) && canBind(candidate)) {
        return candidate;
      }
    }
  }

  private static boolean canBind(int number) {
    try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
