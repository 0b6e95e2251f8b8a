package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.registerview.RegisterView;
import eu.digitalnorth.restsecurity.caller.Caller;
import org.springframework.stereotype.Component;

/** Under which pseudonym a caller is known here. */
@Component
class Subjects {
  private final RegisterView registers;

  Subjects(RegisterView registers) {
    this.registers = registers;
  }

  String of(Caller.Citizen citizen) {
    return registers.pseudonym(citizen.country(), citizen.scheme(), citizen.identifier());
  }
}
