package eu.digitalnorth.testservers;

import java.util.List;
import org.testcontainers.utility.DockerImageName;

/** The images that the containers are made of. */
final class Image {
  static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.2.1");
  static final DockerImageName SCHEMA_REGISTRY =
      DockerImageName.parse("apicurio/apicurio-registry:3.3.3");
  static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18");
  static final List<DockerImageName> ALL = List.of(KAFKA, SCHEMA_REGISTRY, POSTGRES);

  private Image() {}
}
