package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All that an installation has left behind: every record of every topic with its key and headers,
 * every value of every table, every line that was logged; bytes as ISO 8859-1, so that whatever
 * stands in them in UTF-8 is found.
 */
final class Remains {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{6}");

  private final Map<String, List<String>> texts = new TreeMap<>();

  static Remains of(Endpoints endpoints, Map<Service, Database> databases, Path logs) {
    Remains remains = new Remains();
    remains.addTopics(new HashMap<>(endpoints.brokers().as(BrokerPrincipal.ADMIN)));
    databases.forEach(remains::addDatabase);
    remains.addLogs(logs);
    return remains;
  }

  /** What an operator sees of the {@link World}: numbers and spans. */
  void addObserved() {
    for (Service service : Service.values()) {
      Scrape.of(service).lines().forEach(line -> add("metrics of " + service.id(), line));
    }
    World.traces().received().forEach(spans -> add("traces", spans));
  }

  /** Where it stands: topics, tables and log files. */
  Set<String> placesOf(String text) {
    String needle = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Set<String> places = new TreeSet<>();
    texts.forEach(
        (place, content) -> {
          if (content.stream().anyMatch(one -> one.contains(needle))) {
            places.add(place);
          }
        });
    return places;
  }

  /**
   * Where any of these numbers stands by itself, that is not within a longer number.
   *
   * @param identifiers each begins with six digits
   */
  Set<String> placesOfAny(Set<String> identifiers) {
    Set<Integer> lengths = new TreeSet<>();
    identifiers.forEach(identifier -> lengths.add(identifier.length()));
    Set<String> places = new TreeSet<>();
    texts.forEach(
        (place, content) -> {
          if (content.stream().anyMatch(text -> hasOneOf(identifiers, lengths, text))) {
            places.add(place);
          }
        });
    return places;
  }

  private static boolean hasOneOf(Set<String> identifiers, Set<Integer> lengths, String text) {
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      int start = number.start();
      for (int length : lengths) {
        int end = start + length;
        boolean endsThere =
            end == text.length() || end < text.length() && !Character.isDigit(text.charAt(end));
        if (endsThere && identifiers.contains(text.substring(start, end))) {
          return true;
        }
      }
    }
    return false;
  }

  private void add(String place, String text) {
    texts.computeIfAbsent(place, p -> new ArrayList<>()).add(text);
  }

  private void addTopics(Map<String, Object> settings) {
    settings.put("auto.offset.reset", "earliest");
    try (Admin admin = Admin.create(settings);
        Consumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer, admin.listTopics().names().get());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(this::addRecord);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<TopicPartition> partitions(
      Consumer<byte[], byte[]> consumer, Collection<String> topics) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private void addRecord(ConsumerRecord<byte[], byte[]> record) {
    String place = "topic " + record.topic();
    Stream.of(record.key(), record.value())
        .filter(bytes -> bytes != null)
        .forEach(bytes -> add(place, latin(bytes)));
    record.headers().forEach(header -> add(place, header.key() + '=' + latin(header.value())));
  }

  private void addDatabase(Service service, Database database) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet rows = statement.executeQuery("select * from \"" + table + '"')) {
          while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
              addValue("table " + service.id() + '.' + table, rows.getObject(column));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addValue(String place, Object value) {
    if (value instanceof byte[] bytes) {
      add(place, latin(bytes));
    } else if (value != null) {
      add(place, latin(value.toString().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  private void addLogs(Path logs) {
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add("log " + file.getFileName(), latin(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String latin(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
