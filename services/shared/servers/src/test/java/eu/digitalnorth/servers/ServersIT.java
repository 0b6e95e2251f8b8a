package eu.digitalnorth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One set of servers for all tests, since a start takes seconds; the restart comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServersIT {
  private static final String TOPIC = "no.test.record.v1";
  private static final KafkaSecurity SECURITY =
      new KafkaSecurity("password-of-brokers", "password-of-admin", "password-of-tester", null);
  private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";

  @TempDir static Path directory;
  private static Servers servers;

  @BeforeAll
  static void start() {
    servers = Servers.start(ServersSettings.in(directory, SECURITY), System.out::println);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @Test
  @Order(1)
  void aRecordThatIsProducedIsConsumed() throws Exception {
    try (Admin admin = Admin.create(kafka())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "key", "value")).get();
    }

    assertThat(firstRecord()).isEqualTo("value");
  }

  @Test
  @Order(1)
  void thePasswordsOfTheBrokerAreInAFileThatOnlyItsOwnerReadsAndNotOnItsCommandLine()
      throws Exception {
    Path properties = directory.resolve("kafka/server.properties");
    assertThat(properties).content().contains(SECURITY.adminPassword());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(properties)))
        .isEqualTo("rw-------");
    assertThat(servers.kafka().command(properties, directory).arguments())
        .noneMatch(argument -> argument.contains("password-of-"));
    assertThat(directory.resolve("logs/kafka.log")).content().doesNotContain("password-of-");
  }

  @Test
  @Order(1)
  void aDatabaseBelongsToItsRoleAndIsCreatedOnce() throws Exception {
    Database database = servers.postgres().database("registry", "first-password");
    execute(database, "CREATE TABLE person (id int); INSERT INTO person VALUES (1)");

    Database again = servers.postgres().database("registry", "second-password");

    assertThat(count(again)).isEqualTo(1);
    assertThatThrownBy(() -> count(database))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  @Order(1)
  void aSchemaIsRegisteredThroughConfluentsApi() throws Exception {
    assertThat(register("first-value")).isEqualTo(register("first-value"));
  }

  @Test
  @Order(1)
  void aTakenPortIsRefusedWithItsSetting() {
    Port taken = new Port(servers.kafka().port(), "--kafka-port");
    KafkaServer second =
        new KafkaServer(directory.resolve("second"), taken, Lifetime.SHORT, SECURITY);

    assertThatThrownBy(second::start)
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining(Integer.toString(taken.number()))
        .hasMessageContaining("--kafka-port");
  }

  @Test
  @Order(1)
  void aDirectoryInUseIsRefused() {
    assertThatThrownBy(
            () -> Servers.start(ServersSettings.in(directory, SECURITY), Progress.silent()))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("in use");
    assertThat(servers.kafka().isReady()).isTrue();
  }

  @Test
  @Order(2)
  void aKilledRegistryKeepsItsSchemas() throws Exception {
    String id = register("kept-value");
    servers.schemaRegistry().kill();
    assertThat(servers.schemaRegistry().isReady()).isFalse();

    servers.schemaRegistry().start();

    assertThat(register("kept-value")).isEqualTo(id);
  }

  @Test
  @Order(3)
  void aRestartKeepsAllData() throws Exception {
    servers.close();

    servers = Servers.start(ServersSettings.in(directory, SECURITY), System.out::println);

    assertThat(firstRecord()).isEqualTo("value");
    assertThat(count(servers.postgres().database("registry", "third-password"))).isEqualTo(1);
    assertThat(register("first-value")).isNotBlank();
  }

  private static Map<String, Object> kafka() {
    return Map.of(
        "bootstrap.servers",
        servers.kafka().administrationServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"admin\" password=\"%s\";".formatted(SECURITY.adminPassword()));
  }

  private static String firstRecord() {
    try (var consumer =
        new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  private static void execute(Database database, String sql) throws Exception {
    try (Connection connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Database database) throws Exception {
    try (Connection connection = connect(database);
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM person")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static Connection connect(Database database) throws Exception {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static String register(String subject) throws Exception {
    URI uri = URI.create(servers.schemaRegistry().url() + "/subjects/" + subject + "/versions");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }
}
