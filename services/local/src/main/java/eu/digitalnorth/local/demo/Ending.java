package eu.digitalnorth.local.demo;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How an exchange ends, or is to end.
 *
 * @param state {@code COMPLETED}, {@code REFUSED}, {@code EXPIRED}; {@code FAILED} if the
 *     demonstration could not go on
 * @param code of a refusal, or empty
 * @param reason of a refusal or failure, or empty
 */
public record Ending(String state, String code, String reason) {

  public static Ending failed(String why) {
    return new Ending("FAILED", "", why);
  }

  /**
   * @param refusal has {@code code} and {@code reason}, if it was refused
   */
  static Ending of(String state, JsonNode refusal) {
    return new Ending(
        state, refusal.path("code").asString(""), refusal.path("reason").asString(""));
  }

  public boolean isCompleted() {
    return state.equals("COMPLETED");
  }

  public boolean isRefused() {
    return state.equals("REFUSED");
  }

  @Override
  public String toString() {
    return Stream.of(state, code.equals(reason) ? "" : code, reason)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
