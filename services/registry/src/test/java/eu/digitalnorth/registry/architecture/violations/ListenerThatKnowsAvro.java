package eu.digitalnorth.registry.architecture.violations;

import eu.digitalnorth.schemas.register.LifeEvent;

/** What a listener must not be. */
public class ListenerThatKnowsAvro {
  public String type(LifeEvent event) {
    return event.getType().name();
  }
}
