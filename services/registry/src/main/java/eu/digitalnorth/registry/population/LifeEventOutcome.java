package eu.digitalnorth.registry.population;

/** What a register makes of a life event; the ledger is told its code. */
public sealed interface LifeEventOutcome {

  String code();

  /** The person changes. */
  record Applied(Effect effect, Person person) implements LifeEventOutcome {
    @Override
    public String code() {
      return effect.name();
    }
  }

  /** Nothing changes. */
  record Ignored(Reason reason) implements LifeEventOutcome {
    @Override
    public String code() {
      return reason.name();
    }
  }

  enum Effect {
    /** The address told counts from now on. */
    MOVED,
    /** The address told was registered earlier than the one that counts: both are shown. */
    DOUBLE_ADDRESS,
    /** The person is marked as deceased. */
    DECEASED,
    /** Only the identifier abroad was new. */
    IDENTIFIER_LEARNT
  }

  enum Reason {
    /** Nobody has any of these identifiers here. */
    UNKNOWN_PERSON,
    /** The identifiers belong to more than one person here. */
    AMBIGUOUS_PERSON,
    /** The identifier is known, with another date of birth. */
    IDENTITY_MISMATCH,
    /** The telling country has told something later already. */
    STALE,
    /** Known already. */
    ALREADY_KNOWN,
    /** The person was marked as deceased before: the dead do not move. */
    PERSON_DECEASED,
    /** A kind of event that this register does not know. */
    NOT_SUPPORTED
  }
}
