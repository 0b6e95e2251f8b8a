package eu.digitalnorth.trust.key;

import eu.digitalnorth.country.CountryCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the keys of a country are: {@code <root>/ee/anchor.jwk} (private), {@code
 * <root>/ee/<service>/<purpose>.json} (private), and {@code <root>/anchors/ee.jwk} (public).
 */
record CountryFolder(Path root, CountryCode country) {

  Path path() {
    return root.resolve(country.lower());
  }

  Path privateAnchor() {
    return path().resolve("anchor.jwk");
  }

  Path publicAnchor() {
    return AnchorFiles.file(root, country);
  }

  KeyFile keys(KeyUse use) {
    return KeyFile.in(path(), country, use);
  }

  List<KeyFile> keyFiles() {
    try (Stream<Path> services = Files.list(path())) {
      return services
          .map(service -> service.getFileName().toString())
          .filter(KeyUse::isService)
          .sorted()
          .flatMap(CountryFolder::uses)
          .map(this::keys)
          .filter(KeyFile::exists)
          .toList();
    } catch (IOException e) {
      throw new MissingKeyException(
          "Cannot read " + path() + ": generate the keys first (./exchange up does)", e);
    }
  }

  FolderLock lock() {
    return FolderLock.of(path());
  }

  private static Stream<KeyUse> uses(String service) {
    return Stream.of(KeyPurpose.values()).map(purpose -> new KeyUse(service, purpose));
  }
}
