package eu.digitalnorth.portal.rest;

import java.net.URI;
import java.util.UUID;

/**
 * An exchange that was started.
 *
 * @param location where it is shown
 */
record StartedView(UUID id, URI location) {}
