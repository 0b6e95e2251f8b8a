package eu.digitalnorth.servers;

/** A database and the role that owns it, as a JDBC client needs them. */
public record Database(String url, String user, String password) {
  /** Without the password, so that it is not logged by accident. */
  @Override
  public String toString() {
    return "Database[url=%s, user=%s]".formatted(url, user);
  }
}
