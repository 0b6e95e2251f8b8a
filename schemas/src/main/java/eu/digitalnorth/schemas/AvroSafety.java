package eu.digitalnorth.schemas;

import static org.apache.avro.util.ClassSecurityValidator.composite;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro may do in this JVM when it reads bytes of others: make objects of our generated classes
 * (since 1.12.1 it refuses all that are not trusted by name), and reserve no more memory than a
 * message can be long, whatever length the bytes claim.
 */
public final class AvroSafety {
  /** Longer than any record that a broker takes by default (1 MiB). */
  private static final int LONGEST_BYTES = 2 * 1024 * 1024;

  private static final int MOST_ITEMS = 100_000;
  private static final String OURS = AvroSafety.class.getPackageName() + '.';

  private AvroSafety() {}

  /** Returns at once if it was applied before; settings of the command line are respected. */
  public static void apply() {
    Applied.once();
  }

  private static final class Applied {
    static {
      limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LONGEST_BYTES);
      limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LONGEST_BYTES);
      limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MOST_ITEMS);
      ClassSecurityValidator.setGlobal(
          composite(ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private static void once() {}

    /** The names are constants of the compiler: Avro reads the properties later, at first use. */
    private static void limit(String property, int value) {
      if (System.getProperty(property) == null) {
        System.setProperty(property, Integer.toString(value));
      }
    }
  }
}
