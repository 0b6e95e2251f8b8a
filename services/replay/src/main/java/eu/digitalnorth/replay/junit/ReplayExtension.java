package eu.digitalnorth.replay.junit;

import eu.digitalnorth.country.CountryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link Replay}. */
final class ReplayExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Replay.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ReplayTest wanted = context.getRequiredTestMethod().getAnnotation(ReplayTest.class);
    TemporaryCopy recording = TemporaryCopy.of(wanted.value(), context.getRequiredTestClass());
    context.getStore(Namespace.create(ReplayExtension.class)).put("recording", recording);
    return new Replay(recording.file(), wanted.service(), CountryCode.of(wanted.country()));
  }

  /**
   * A resource as a file, under its own name, which reports show; gone with its test.
   *
   * @param file in a folder of its own
   */
  private record TemporaryCopy(Path file) implements AutoCloseable {

    static TemporaryCopy of(String resource, Class<?> test) {
      try (InputStream in = test.getClassLoader().getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalArgumentException("There is no " + resource + " on the class path");
        }
        Path file =
            Files.createTempDirectory("replay-test-")
                .resolve(Path.of(resource).getFileName().toString());
        Files.copy(in, file);
        return new TemporaryCopy(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.resolveSibling(""));
    }
  }
}
