package eu.digitalnorth.replay.junit;

import eu.digitalnorth.messaging.topic.Service;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that has a parameter {@link Replay}: a service and a recording to run it against. The
 * service is the one that is on the class path of the test, in a process of its own, on servers
 * that nobody else uses: containers or processes, as everywhere in the tests.
 */
@Documented
@Test
@ExtendWith(ReplayExtension.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReplayTest {
  /** The recording: a zip on the class path, {@code recordings/demo.zip}. */
  String value();

  Service service();

  /** In whose name it answers: {@code ee}. */
  String country();
}
