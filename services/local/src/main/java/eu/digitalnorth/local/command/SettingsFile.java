package eu.digitalnorth.local.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that somebody wants always: {@code exchange.properties} at the top of the checkout, with
 * the long names of options without their hyphens in front, for example {@code portal-port=9080}.
 */
final class SettingsFile implements IDefaultValueProvider {
  static final String NAME = "exchange.properties";

  private final Properties values = new Properties();

  SettingsFile(Path file) {
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new IllegalArgumentException(file + " cannot be read", e);
      }
    }
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? values.getProperty(option.longestName().substring(2))
        : null;
  }
}
