/** What the registers publish and receive. Only the mappers here know the generated classes. */
@NullMarked
package eu.digitalnorth.registry.messages;

import org.jspecify.annotations.NullMarked;
