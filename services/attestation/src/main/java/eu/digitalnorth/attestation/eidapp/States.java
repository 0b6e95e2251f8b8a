package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.Authentication.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** States as they are written in URLs and JSON: in lower case. */
final class States {
  private States() {}

  static String shown(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static Optional<State> named(String shown) {
    return Arrays.stream(State.values()).filter(state -> shown(state).equals(shown)).findFirst();
  }
}
