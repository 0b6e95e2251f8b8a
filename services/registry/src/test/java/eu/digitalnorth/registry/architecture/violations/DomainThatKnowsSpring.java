package eu.digitalnorth.registry.architecture.violations;

import org.springframework.util.StringUtils;

/** What a class of the domain must not be. */
public class DomainThatKnowsSpring {
  public boolean hasText(String text) {
    return StringUtils.hasText(text);
  }
}
