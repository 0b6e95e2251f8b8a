package eu.digitalnorth.local.command;

import eu.digitalnorth.trust.key.KeyId;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Takes a key id for one even if it begins as an option does: it is base64url, so one of 64 begins
 * with a hyphen. Such ids go to the end, behind the {@code --} after which nothing is an option.
 */
final class KeyIdArguments implements IParameterPreprocessor {
  @Override
  public boolean preprocess(
      Stack<String> arguments,
      CommandSpec command,
      @Nullable ArgSpec argument,
      Map<String, Object> info) {
    List<String> ids = arguments.stream().filter(KeyIdArguments::looksLikeAnOption).toList();
    if (!ids.isEmpty()) {
      arguments.removeAll(ids);
      arguments.addAll(0, ids); // a stack: what is lowest comes last
      arguments.add(ids.size(), "--");
    }
    return false;
  }

  private static boolean looksLikeAnOption(String argument) {
    return argument.startsWith("-") && KeyId.parse(argument).isPresent();
  }
}
