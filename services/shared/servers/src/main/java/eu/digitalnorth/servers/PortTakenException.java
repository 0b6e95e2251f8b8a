package eu.digitalnorth.servers;

/** Somebody else listens on a port that a server of ours is to have. */
public final class PortTakenException extends ServerException {
  private static final long serialVersionUID = 1L;

  public PortTakenException(String server, Port port) {
    super(
        "Port %d on %s, which %s needs, is taken by another program. Stop that program, or choose another port with %s."
            .formatted(port.number(), Port.HOST, server, port.setting()));
  }
}
