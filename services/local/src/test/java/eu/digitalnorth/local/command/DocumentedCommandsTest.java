package eu.digitalnorth.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.digitalnorth.local.installation.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What people copy from documents and from {@code --help} is what the command takes. */
class DocumentedCommandsTest {
  private static final Path TOP = Path.of("../..");
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
  private static final Set<String> ENDS = Set.of("#", "|", "||", "&&", "&", ";", ">");

  private static final CommandLine EXCHANGE = ExchangeCommand.commandLine(new Home(TOP));

  /** The script does that itself. */
  private static final String IMAGES = "images";

  static Stream<String> examples() {
    return examples(EXCHANGE);
  }

  static Stream<String> documents() throws IOException {
    List<String> commands = new ArrayList<>();
    try (Stream<Path> documents = Files.list(TOP.resolve("docs"))) {
      List<Path> all = new ArrayList<>(documents.filter(Files::isRegularFile).sorted().toList());
      all.add(TOP.resolve("README.md"));
      for (Path document : all) {
        Files.readAllLines(document).stream()
            .filter(line -> line.startsWith("    ./exchange "))
            .map(line -> line.strip().substring("./".length()))
            .forEach(commands::add);
      }
    }
    return commands.stream();
  }

  private static Stream<String> examples(CommandLine command) {
    return Stream.concat(
        Arrays.stream(command.getCommandSpec().usageMessage().footer())
            .map(String::strip)
            .filter(line -> line.startsWith("exchange ")),
        command.getSubcommands().values().stream().flatMap(DocumentedCommandsTest::examples));
  }

  @ParameterizedTest
  @MethodSource({"examples", "documents"})
  void isUnderstood(String line) {
    List<String> words = words(line);

    if (!words.getFirst().equals(IMAGES)) {
      assertThatCode(() -> EXCHANGE.parseArgs(words.toArray(String[]::new)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void whatIsNotDocumentedRightIsNoticed() {
    assertThat(words("exchange replay capture a.zip --topics 'ee[.].*' # all"))
        .containsExactly("replay", "capture", "a.zip", "--topics", "ee[.].*");
    assertThatCode(() -> EXCHANGE.parseArgs("replay", "capture", "a.zip", "--topix"))
        .hasMessageContaining("--topix");
  }

  /** As a shell takes a line apart, up to its comment or the next command. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.substring("exchange".length()));
    while (word.find() && !ENDS.contains(word.group())) {
      words.add(word.group().replaceAll("['\"]", ""));
    }
    int against = words.indexOf("--against");
    if (against >= 0) {
      words.subList(against, against + 2).clear();
    }
    return words;
  }
}
