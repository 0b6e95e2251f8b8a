package eu.digitalnorth.systemtests.compose;

import eu.digitalnorth.local.installation.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in docs/reliability.md that runs write into, a row each.
 *
 * @param name stands in the comments that enclose it
 * @param head its first two lines; the first column tells rows apart
 */
record DocumentedTable(String name, String head) {
  private static final Path FILE = Home.find().root().resolve("docs").resolve("reliability.md");

  /** Puts a row in, or in the place of that of an earlier run. */
  void put(String first, String others) {
    try {
      Files.writeString(FILE, with(Files.readString(FILE), first, others));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String with(String text, String first, String others) {
    String begin = "<!-- %s -->\n".formatted(name);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- end of %s -->".formatted(name));
    List<String> rows =
        new ArrayList<>(
            text.substring(from, to)
                .lines()
                .skip(2)
                .filter(line -> !line.startsWith("| " + first + " |"))
                .toList());
    rows.add("| %s | %s |".formatted(first, others));
    return text.substring(0, from) + head + String.join("\n", rows) + '\n' + text.substring(to);
  }
}
