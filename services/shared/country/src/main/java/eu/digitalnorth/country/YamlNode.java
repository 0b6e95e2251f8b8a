package eu.digitalnorth.country;

import eu.digitalnorth.country.InvalidCountryProfilesException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a YAML file that knows where it is. Whatever is wrong with it is reported, and a
 * reader gets an empty answer, so that one pass finds every problem.
 */
final class YamlNode {

  private final String file;
  private final String path;
  private final JsonNode node;
  private final Consumer<Problem> problems;

  private YamlNode(String file, String path, JsonNode node, Consumer<Problem> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  static YamlNode root(String file, JsonNode node, Consumer<Problem> problems) {
    return new YamlNode(file, "", node, problems);
  }

  void problem(String what) {
    problems.accept(new Problem(file, path, what));
  }

  YamlNode field(String name) {
    JsonNode child = node.get(name);
    String childPath = path.isEmpty() ? name : path + "." + name;
    return new YamlNode(
        file, childPath, child == null ? MissingNode.getInstance() : child, problems);
  }

  boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** Reports fields that no reader knows: most often a misspelt one. */
  YamlNode only(String... known) {
    if (node.isObject()) {
      node.propertyNames().stream()
          .filter(name -> !Set.of(known).contains(name))
          .forEach(name -> field(name).problem("unknown field"));
    } else if (isPresent()) {
      problem("must be a map");
    }
    return this;
  }

  Optional<String> text() {
    if (!isPresent()) {
      problem("missing");
      return Optional.empty();
    }
    if (!node.isValueNode() || node.asString().isBlank()) {
      problem("must be a text");
      return Optional.empty();
    }
    return Optional.of(node.asString());
  }

  Optional<Boolean> bool() {
    if (!isPresent()) {
      problem("missing");
    } else if (!node.isBoolean()) {
      problem("must be true or false");
    }
    return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
  }

  Optional<Integer> positive() {
    if (!isPresent()) {
      problem("missing");
      return Optional.empty();
    }
    if (!node.isInt() || node.intValue() < 1) {
      problem("must be a whole number of 1 or more");
      return Optional.empty();
    }
    return Optional.of(node.intValue());
  }

  /** A value of a code type, whose constructor says what is wrong with it. */
  <T> Optional<T> code(Function<String, T> type) {
    return text()
        .flatMap(
            text -> {
              try {
                return Optional.of(type.apply(text));
              } catch (IllegalArgumentException e) {
                problem(String.valueOf(e.getMessage()));
                return Optional.empty();
              }
            });
  }

  /** The elements of a list; a missing list is an empty one. */
  List<YamlNode> elements() {
    if (!isPresent()) {
      return List.of();
    }
    if (!node.isArray()) {
      problem("must be a list");
      return List.of();
    }
    List<YamlNode> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new YamlNode(file, path + "[" + i + "]", node.get(i), problems));
    }
    return elements;
  }

  /** The entries of a map of free keys; a missing map is an empty one. */
  Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    if (isPresent() && !node.isObject()) {
      problem("must be a map");
    } else if (isPresent()) {
      node.propertyNames().forEach(name -> entries.put(name, field(name)));
    }
    return entries;
  }
}
