package eu.digitalnorth.servers;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Runs in the broker's own JVM: formats its storage if that was never done, then becomes the
 * broker.
 */
final class KafkaMain {
  private KafkaMain() {}

  /** Arguments: the broker's properties file, and the log directory that it names. */
  public static void main(String[] arguments) {
    String properties = arguments[0];
    Path logDirectory = Path.of(arguments[1]);
    if (!Files.exists(logDirectory.resolve("meta.properties"))) {
      format(properties, System.out);
    }
    Kafka.main(new String[] {properties});
  }

  private static void format(String properties, PrintStream output) {
    String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties};
    int code = StorageTool.execute(command, output);
    if (code != 0) {
      System.exit(code);
    }
  }
}
