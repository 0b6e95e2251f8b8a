package eu.digitalnorth.local.installation;

import eu.digitalnorth.servers.ChildCommand;
import eu.digitalnorth.servers.ClassArchive;
import eu.digitalnorth.servers.SmallJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of a service's JVM: small, since six of them share a machine. */
final class ServiceJvm {
  private static final int HEAP_MEGABYTES = 128;

  /** Else the young generation would touch a third of the heap before it is collected once. */
  private static final int YOUNG_MEGABYTES = 16;

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
            "-Xmn" + YOUNG_MEGABYTES + "m",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED")); // for Conscrypt
    String classPath = settings.home().classPath(id);
    arguments.addAll(ClassArchive.options(archive, classPath));
    arguments.addAll(List.of("-cp", classPath, mainClass(id), configuration.argument()));
    return ChildCommand.of(id, arguments, ENVIRONMENT);
  }

  private static String mainClass(String id) {
    return "eu.digitalnorth.%s.%s%sApplication"
        .formatted(id, Character.toUpperCase(id.charAt(0)), id.substring(1));
  }
}
