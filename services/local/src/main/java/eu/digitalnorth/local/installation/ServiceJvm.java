package eu.digitalnorth.local.installation;

import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.ClassArchive;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.SmallJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of a service's JVM: small, since six of them share a machine. */
final class ServiceJvm {
  private static final int HEAP_MEGABYTES = 128;

  /** A third of the heap, the default, would all be touched before it is collected once. */
  private static final int YOUNG_MEGABYTES = 16;

  /** For throughput: half as many collections. */
  private static final int YOUNG_MEGABYTES_OF_LONG_LIVED = 32;

  /** The C library would keep a pool of memory for every few of some sixty threads. */
  private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

  private ServiceJvm() {}

  static ChildCommand command(
      String id, InstallationSettings settings, ServiceConfiguration configuration) {
    Path archive = settings.home().target(id).resolve(id + ".jsa");
    List<String> arguments = new ArrayList<>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(settings.lifetime().compilerOptions());
    arguments.addAll(SmallJvm.options(HEAP_MEGABYTES));
    arguments.addAll(
        List.of(
            "-Xmn" + youngMegabytes(settings.lifetime()) + "m",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED")); // for Conscrypt
    String classPath = settings.home().classPath(id);
    arguments.addAll(ClassArchive.options(archive, classPath));
    arguments.addAll(List.of("-cp", classPath, mainClass(id), configuration.argument()));
    return ChildCommand.of(id, arguments, ENVIRONMENT);
  }

  private static int youngMegabytes(Lifetime lifetime) {
    return lifetime == Lifetime.LONG ? YOUNG_MEGABYTES_OF_LONG_LIVED : YOUNG_MEGABYTES;
  }

  private static String mainClass(String id) {
    return "eu.digitalnorth.%s.%s%sApplication"
        .formatted(id, Character.toUpperCase(id.charAt(0)), id.substring(1));
  }
}
