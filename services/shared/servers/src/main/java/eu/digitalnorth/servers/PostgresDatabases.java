package eu.digitalnorth.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Creates databases, each with a role of the same name that owns it. */
public final class PostgresDatabases {
  /** Names and passwords stand in statements that take no parameters. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{8,200}");

  private PostgresDatabases() {}

  /**
   * Creates database and role where they are missing, and sets the role's password.
   *
   * @param superuser a connection of a role that may do so
   * @param url with which the database will be reached
   */
  public static Database ensure(Connection superuser, String url, String name, String password)
      throws SQLException {
    require(NAME, name, "name");
    require(PASSWORD, password, "password");
    try (Statement statement = superuser.createStatement()) {
      boolean present = exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
      statement.execute(
          (present ? "ALTER" : "CREATE") + " ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
      }
    }
    return new Database(url, name, password);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void require(Pattern pattern, String value, String what) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException("A database's %s must match %s".formatted(what, pattern));
    }
  }
}
