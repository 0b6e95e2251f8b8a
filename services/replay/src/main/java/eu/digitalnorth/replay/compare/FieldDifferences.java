package eu.digitalnorth.replay.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Finds the innermost fields in which two documents differ. */
final class FieldDifferences {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<FieldDifference> found = new ArrayList<>();

  private FieldDifferences() {}

  static List<FieldDifference> between(
      Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
    FieldDifferences differences = new FieldDifferences();
    differences.compare("$", expected, actual);
    return differences.found;
  }

  private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
      Set<Object> names = new LinkedHashSet<>(one.keySet());
      names.addAll(other.keySet());
      for (Object name : names) {
        compareIn(
            path + step(name.toString()),
            one.containsKey(name),
            one.get(name),
            other.containsKey(name),
            other.get(name));
      }
    } else if (expected instanceof List<?> one && actual instanceof List<?> other) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        compareIn(
            path + '[' + i + ']',
            i < one.size(),
            i < one.size() ? one.get(i) : null,
            i < other.size(),
            i < other.size() ? other.get(i) : null);
      }
    } else if (!Objects.equals(expected, actual)) {
      found.add(new FieldDifference(path, json(expected), json(actual)));
    }
  }

  private void compareIn(
      String path,
      boolean isExpected,
      @Nullable Object expected,
      boolean isActual,
      @Nullable Object actual) {
    if (isExpected && isActual) {
      compare(path, expected, actual);
    } else {
      found.add(
          new FieldDifference(
              path, isExpected ? json(expected) : null, isActual ? json(actual) : null));
    }
  }

  private static String step(String name) {
    return PLAIN_NAME.matcher(name).matches()
        ? '.' + name
        : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  private static String json(@Nullable Object value) {
    return JSON.writeValueAsString(value);
  }
}
