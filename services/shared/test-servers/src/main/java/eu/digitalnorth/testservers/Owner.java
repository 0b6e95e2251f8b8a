package eu.digitalnorth.testservers;

/** The JVM that started something, by its process id. */
final class Owner {
  private Owner() {}

  static String self() {
    return Long.toString(ProcessHandle.current().pid());
  }

  static boolean lives(String processId) {
    return ProcessHandle.of(Long.parseLong(processId)).filter(ProcessHandle::isAlive).isPresent();
  }
}
