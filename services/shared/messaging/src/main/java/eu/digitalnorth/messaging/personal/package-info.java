/** Personal content of messages: encrypted to whom it is for, and to nobody else. */
@NullMarked
package eu.digitalnorth.messaging.personal;

import org.jspecify.annotations.NullMarked;
