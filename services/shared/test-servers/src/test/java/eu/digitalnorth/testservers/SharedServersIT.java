package eu.digitalnorth.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.servers.Database;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class SharedServersIT {
  private final TestServers servers = TestServers.shared();

  @Test
  void theBrokerCreatesATopic() throws Exception {
    try (Admin admin = Admin.create(administrator())) {
      admin.createTopics(List.of(new NewTopic("is.test.seam.v1", 3, (short) 1))).all().get();

      assertThat(admin.listTopics().names().get()).contains("is.test.seam.v1");
    }
  }

  @Test
  void everyCallerHasADatabaseOfItsOwn() throws SQLException {
    Database one = servers.database("evidence");
    Database other = servers.database("evidence");

    execute(one, "CREATE TABLE only_here (id int)");

    assertThatThrownBy(() -> execute(other, "SELECT * FROM only_here"))
        .hasMessageContaining("only_here");
  }

  @Test
  void aStoppedDatabaseComesBackAtItsUrlWithItsData() throws SQLException {
    Database database = servers.database("audit");
    execute(database, "CREATE TABLE kept (id int)");

    servers.stopPostgres();
    assertThatThrownBy(() -> execute(database, "SELECT 1")).hasMessageContaining("refused");
    servers.startPostgres();

    execute(database, "INSERT INTO kept VALUES (1)");
  }

  @Test
  void aStoppedSchemaRegistryComesBackAtItsUrl() {
    String subjects = servers.schemaRegistryUrl() + "/subjects";
    assertThat(Await.answers(subjects)).isTrue();

    servers.stopSchemaRegistry();
    assertThat(Await.answers(subjects)).isFalse();
    servers.startSchemaRegistry();

    assertThat(Await.answers(subjects)).isTrue();
  }

  @Test
  void aServiceIsToldWhereTheServersAre() {
    assertThat(servers.properties("portal"))
        .containsKeys(
            "exchange.kafka.bootstrap-servers",
            "exchange.schema-registry.url",
            "exchange.keys-directory",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password");
  }

  private Map<String, Object> administrator() {
    String password = new BrokerPasswords(TestServers.keysDirectory()).of(BrokerPrincipal.ADMIN);
    return Map.of(
        "bootstrap.servers",
        servers.administrationServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"admin\" password=\"%s\";".formatted(password));
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
