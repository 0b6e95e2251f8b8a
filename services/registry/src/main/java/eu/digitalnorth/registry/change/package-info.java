/** What can be done to the registers: each change is one transaction with what it leads to. */
@NullMarked
package eu.digitalnorth.registry.change;

import org.jspecify.annotations.NullMarked;
