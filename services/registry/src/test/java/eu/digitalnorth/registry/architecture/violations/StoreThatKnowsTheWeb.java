package eu.digitalnorth.registry.architecture.violations;

import org.springframework.web.bind.annotation.RequestMapping;

/** What a store must not be. */
@RequestMapping("/never")
public class StoreThatKnowsTheWeb {}
