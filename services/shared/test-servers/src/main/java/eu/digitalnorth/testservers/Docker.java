package eu.digitalnorth.testservers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.testcontainers.dockerclient.DockerClientConfigUtils;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * What the local Docker can do, found out before Testcontainers is asked to work with it: it would
 * try for some two minutes per image to pull one that cannot be had, also one that it only wants
 * for looking around.
 *
 * @param description for people: {@code Docker 28.2.2}
 * @param obstacle why no containers can be started, empty if they can
 */
record Docker(String description, Optional<String> obstacle) {
  private static final int FIRST_SIGN_SECONDS = 10;
  private static final int PULL_SECONDS = 180;

  static Docker examined() {
    try {
      DockerClientProviderStrategy strategy =
          DockerClientProviderStrategy.getFirstValidStrategy(strategies());
      DockerClient client = strategy.getDockerClient();
      String description = "Docker " + client.versionCmd().exec().getVersion();
      return new Docker(description, noGateway(strategy).or(() -> lackingImages(client)));
    } catch (IllegalStateException e) {
      return new Docker("Docker", Optional.of("does not answer"));
    }
  }

  private static List<DockerClientProviderStrategy> strategies() {
    return ServiceLoader.load(DockerClientProviderStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * In a container, Testcontainers looks for the way to its own host, with an image of its own if
   * need be.
   */
  private static Optional<String> noGateway(DockerClientProviderStrategy strategy) {
    boolean sought =
        DockerClientConfigUtils.IN_A_CONTAINER
            && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null
            && strategy.getTransportConfig().getDockerHost().getScheme().equals("unix");
    if (sought && !hasGateway(strategy.getDockerClient())) {
      return Optional.of(
          "names no gateway in this container; TESTCONTAINERS_HOST_OVERRIDE=localhost may help");
    }
    return Optional.empty();
  }

  private static boolean hasGateway(DockerClient client) {
    return client.inspectNetworkCmd().withNetworkId("bridge").exec().getIpam().getConfig().stream()
        .anyMatch(network -> network.getGateway() != null);
  }

  private static Optional<String> lackingImages(DockerClient client) {
    return Image.ALL.stream()
        .filter(image -> !isPresent(client, image) && !pull(client, image))
        .findFirst()
        .map(image -> "has no image " + image.asCanonicalNameString() + " and cannot pull it");
  }

  private static boolean isPresent(DockerClient client, DockerImageName image) {
    try {
      client.inspectImageCmd(image.asCanonicalNameString()).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static boolean pull(DockerClient client, DockerImageName image) {
    System.out.println("Test servers: pulling " + image.asCanonicalNameString());
    Pull pull = new Pull();
    client.pullImageCmd(image.getUnversionedPart()).withTag(image.getVersionPart()).exec(pull);
    try {
      return pull.firstSign.await(FIRST_SIGN_SECONDS, TimeUnit.SECONDS)
          && pull.awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS)
          && isPresent(client, image);
    } catch (DockerException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {
    private final CountDownLatch firstSign = new CountDownLatch(1);

    @Override
    public void onNext(PullResponseItem item) {
      firstSign.countDown();
    }

    @Override
    public void onError(Throwable failure) {
      firstSign.countDown();
      super.onError(failure);
    }
  }
}
