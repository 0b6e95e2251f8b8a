package eu.digitalnorth.servers;

import java.util.ArrayList;
import java.util.List;

/** Options of a JVM that shares a machine with nine others. */
public final class SmallJvm {
  /** The first Java whose trimming of the native heap is neither experimental nor for diagnosis. */
  private static final int TRIMS_NATIVE_HEAP = 25;

  private static final int TRIM_MILLISECONDS = 2_000;

  private SmallJvm() {}

  /**
   * The serial collector takes the least memory; on heaps this small it pauses for milliseconds.
   * What the compilers had needed of the C library's heap is given back, some 40 MB of each
   * service.
   *
   * @param heapMegabytes the most that the Java heap takes
   */
  public static List<String> options(int heapMegabytes) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError"));
    if (Runtime.version().feature() >= TRIMS_NATIVE_HEAP) {
      options.add("-XX:TrimNativeHeapInterval=" + TRIM_MILLISECONDS);
    }
    return options;
  }
}
