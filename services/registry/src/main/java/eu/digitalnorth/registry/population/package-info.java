/**
 * People as their country knows them, and the rules of what happens to them. Free of frameworks.
 */
@NullMarked
package eu.digitalnorth.registry.population;

import org.jspecify.annotations.NullMarked;
