package eu.digitalnorth.registry.change;

import java.util.UUID;

/** Gives each change that does not come from a message its id. */
@FunctionalInterface
public interface ChangeIds {
  UUID next();
}
