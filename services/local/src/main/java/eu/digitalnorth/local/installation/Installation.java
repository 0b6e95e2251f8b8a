package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Orphans;
import eu.digitalnorth.servers.Port;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.RecordedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A whole exchange on this machine. It is started once and stopped once; its data stay, and another
 * installation may be started on them.
 */
public final class Installation implements AutoCloseable {
  static final String ISSUER = "issuer";

  private static final int LAST_LINES = 20;
  private static final short ONE_BROKER = 1;

  /** Where nobody answers if no portal runs. */
  private static final Port PORTALS_PORT = new Port(8080, "--portal-port");

  /** The registers first: all others wait for what they publish. */
  private static final Comparator<Service> STARTING_ORDER =
      Comparator.comparing((Service service) -> service != Service.REGISTRY)
          .thenComparing(Comparator.naturalOrder());

  private final InstallationSettings settings;
  private final Progress progress;
  private final ReentrantLock lifecycle = new ReentrantLock();
  private final Map<Service, ServiceProcess> services = new ConcurrentHashMap<>();

  private volatile @Nullable ServiceProcess issuer;
  private volatile boolean stopping;
  private volatile @Nullable DataLock lock;
  private volatile @Nullable Foundation foundation;
  private volatile @Nullable Endpoints endpoints;

  public Installation(InstallationSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Starts one, and returns it when it is ready. */
  public static Installation start(InstallationSettings settings, Progress progress) {
    Installation installation = new Installation(settings, progress);
    installation.start();
    return installation;
  }

  /**
   * Starts everything, and returns when all services are ready.
   *
   * @throws InstallationException if that fails; what was started is stopped then
   * @throws eu.digitalnorth.servers.ServerException likewise
   */
  public void start() {
    lifecycle.lock();
    try {
      refuseIfStopping();
      lock = DataLock.acquire(settings.data());
      // What a killed predecessor has written there is not true any more.
      RunningInstallation.erase(settings.data());
      startAll();
    } catch (RuntimeException e) {
      stopAll();
      throw e;
    } finally {
      lifecycle.unlock();
    }
  }

  private void startAll() {
    // Services first: they end quickly while their servers are still there.
    Orphans.stopIn(settings.data(), Installation::isService, progress);
    Orphans.stopIn(settings.data(), progress);
    PortPlan.Claimed ports = PortPlan.claim(settings);
    createFolders();
    Preparation preparation = new Preparation(settings, progress);
    preparation.keys();
    refuseIfStopping();
    ServiceProcess earlyIssuer = configureAndStartIssuer(ports); // it needs none of the servers
    Foundation servers = Foundation.of(settings);
    foundation = servers;
    refuseIfStopping();
    servers.start(progress);
    Endpoints reached =
        Endpoints.onLoopback(
            ports,
            settings.issuerSecrets(),
            servers.brokers(),
            servers.schemaRegistry(),
            Participants.together(settings.countries()));
    endpoints = reached;
    if (arePrepared()) {
      configure(servers, reached);
    } else {
      InParallel.run(
          () -> preparation.brokers(servers.brokers(), ONE_BROKER),
          () -> preparation.schemas(servers.schemaRegistry()),
          () -> configure(servers, reached));
      refuseIfStopping();
      preparation.publishKeys(servers.brokers(), servers.schemaRegistry());
    }
    InParallel.run(() -> earlyIssuer.awaitReady(progress), this::startServices);
    RunningInstallation.write(settings.data(), reached);
  }

  private boolean arePrepared() {
    return settings.servers() instanceof ServersSource.Given given && given.prepared();
  }

  /** Whether it holds the folder of its data, and so has, or had, something to stop. */
  public boolean holdsData() {
    return lock != null;
  }

  /** Ends everything in good order: first the services, then the servers. The data stay. */
  public void stop() {
    stopping = true;
    if (lifecycle.isLocked() && !lifecycle.isHeldByCurrentThread()) {
      // A start in progress fails as soon as what it waits for has ended.
      endProcesses();
    }
    lifecycle.lock();
    try {
      stopAll();
    } finally {
      lifecycle.unlock();
    }
  }

  /** SIGKILL to every process, as if the machine had lost its power. */
  public void kill() {
    lifecycle.lock();
    try {
      killServices();
      Foundation servers = foundation;
      if (servers != null) {
        servers.kill();
      }
      letGo();
    } finally {
      lifecycle.unlock();
    }
  }

  /** SIGKILL to every service; {@link #startServices} starts them again. */
  public void killServices() {
    List<ServiceProcess> running = runningProcesses();
    InParallel.forEach(running, ServiceProcess::kill);
  }

  /** SIGKILL to one service. */
  public void kill(Service service) {
    Optional.ofNullable(services.remove(service)).ifPresent(ServiceProcess::kill);
  }

  /** Starts the services that do not run, and returns when they are ready. */
  public void startServices() {
    List<Service> missing =
        settings.ports().keySet().stream()
            .filter(one -> !services.containsKey(one))
            .sorted(STARTING_ORDER)
            .toList();
    startServices(missing);
  }

  /** Starts one service, and returns when it is ready. */
  public void startService(Service service) {
    startServices(List.of(service));
  }

  private void startServices(List<Service> wanted) {
    List<ServiceProcess> started = new ArrayList<>();
    ServiceConfiguration configuration = ServiceConfiguration.in(settings.data());
    if (issuer == null) {
      started.add(startIssuer(configuration, endpoints().issuer()));
    }
    for (Service service : wanted) {
      refuseIfStopping();
      ServiceProcess process =
          ServiceProcess.start(
              service.id(),
              ServiceJvm.command(service.id(), settings, configuration),
              settings.data(),
              endpoints().readiness(service));
      services.put(service, process);
      started.add(process);
    }
    InParallel.forEach(started, process -> process.awaitReady(progress));
  }

  private ServiceProcess configureAndStartIssuer(PortPlan.Claimed ports) {
    Port portal = ports.services().getOrDefault(Service.PORTAL, PORTALS_PORT);
    Issuer reached = Endpoints.issuer(ports, settings.issuerSecrets());
    ServiceConfiguration configuration = ServiceConfiguration.in(settings.data());
    configuration.writeIssuer(reached, List.of(Endpoints.url(portal)), Map.of());
    return startIssuer(configuration, reached);
  }

  private ServiceProcess startIssuer(ServiceConfiguration configuration, Issuer reached) {
    ServiceProcess process =
        ServiceProcess.start(
            ISSUER,
            ServiceJvm.command(ISSUER, settings, configuration),
            settings.data(),
            reached.readiness());
    issuer = process;
    return process;
  }

  public Endpoints endpoints() {
    Endpoints reached = endpoints;
    if (reached == null) {
      throw new InstallationException("The installation was not started.");
    }
    return reached;
  }

  /** What is wrong, for people, if a process has ended that nobody has asked to. */
  public Optional<String> failure() {
    return Orphans.processes(settings.data()).stream()
        .filter(process -> !process.alive())
        .findFirst()
        .map(this::obituary);
  }

  @Override
  public void close() {
    stop();
  }

  private void createFolders() {
    try {
      for (String folder : List.of("run", "logs", "config")) {
        Files.createDirectories(settings.data().resolve(folder));
      }
    } catch (IOException e) {
      throw new InstallationException("%s cannot be written.".formatted(settings.data()), e);
    }
  }

  private void configure(Foundation servers, Endpoints reached) {
    ServiceConfiguration configuration = ServiceConfiguration.in(settings.data());
    for (Service service : settings.ports().keySet()) {
      configuration.write(service, settings, reached, servers.database(service));
    }
  }

  private void stopAll() {
    endProcesses();
    letGo();
  }

  private void endProcesses() {
    List<ServiceProcess> running = runningProcesses();
    InParallel.forEach(running, ServiceProcess::stop);
    Foundation servers = foundation;
    if (servers != null) {
      servers.stop();
    }
  }

  /** Of the services and the issuer, which are forgotten. */
  private List<ServiceProcess> runningProcesses() {
    List<ServiceProcess> running = new ArrayList<>(services.values());
    services.clear();
    Optional.ofNullable(issuer).ifPresent(running::add);
    issuer = null;
    return running;
  }

  private void letGo() {
    foundation = null;
    DataLock held = lock;
    if (held != null) {
      RunningInstallation.erase(settings.data());
      held.release();
      lock = null;
    }
  }

  private void refuseIfStopping() {
    if (stopping) {
      throw new InstallationException("The start was broken off.");
    }
  }

  private String obituary(RecordedProcess process) {
    Path log = settings.data().resolve("logs").resolve(process.name() + ".log");
    return "%s (process %d) has ended by itself. The end of %s:%n%s"
        .formatted(process.name(), process.pid(), log, tail(log));
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(it cannot be read)";
    }
  }

  private static boolean isService(String name) {
    return name.equals(ISSUER)
        || Arrays.stream(Service.values()).anyMatch(service -> service.id().equals(name));
  }
}
