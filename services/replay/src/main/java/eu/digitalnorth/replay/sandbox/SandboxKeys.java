package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.replay.bundle.Bundle;
import eu.digitalnorth.replay.capture.RecordedKeys;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the service has its private keys from. Its anchors are those of the recording. */
public sealed interface SandboxKeys {

  /** The recording has them, since the installation was made to be recorded. */
  record OfRecording() implements SandboxKeys {}

  /**
   * Those of an installation; they are copied into the sandbox, and gone with it.
   *
   * @param keys the folder of its keys
   */
  record OfInstallation(Path keys) implements SandboxKeys {}

  /** New ones: it can open nothing that was encrypted for it. */
  record None() implements SandboxKeys {}

  /** What is wrong with the choice, for people; empty if nothing is. */
  default Optional<String> objection(Bundle bundle, CountryCode country) {
    if (!(this instanceof OfInstallation)
        && bundle.manifest().keys().stream().noneMatch(key -> key.startsWith("anchors/"))) {
      return Optional.of(
          "The recording has no anchors, by which signatures are checked: name the installation's"
              + " keys with --keys.");
    }
    return switch (this) {
      case OfRecording recording when privateKeys(bundle, country).isEmpty() ->
          Optional.of(
              "The recording has no private keys, without which the service cannot open what it is"
                  + " asked: name the installation's with --keys, or say --without-keys.");
      case OfInstallation(Path keys) when !Files.isDirectory(keys.resolve(country.lower())) ->
          Optional.of("%s has no keys of %s.".formatted(keys, country));
      case OfRecording recording -> Optional.empty();
      case OfInstallation installation -> Optional.empty();
      case None none -> Optional.empty();
    };
  }

  /** Puts them where the service looks for them. */
  default void place(Bundle bundle, CountryCode country, Path target) {
    Map<String, String> files = new TreeMap<>();
    switch (this) {
      case OfRecording recording -> files.putAll(privateKeys(bundle, country));
      case OfInstallation(Path keys) ->
          RecordedKeys.ofSynthetic(keys, List.of(country))
              .forEach((path, text) -> files.put(withoutPrefix(path), text));
      case None none -> {}
    }
    bundle.manifest().keys().stream()
        .filter(path -> path.startsWith("anchors/"))
        .forEach(path -> files.put(path, bundle.key(path)));
    files.forEach((path, text) -> PrivateFiles.createIfAbsent(target.resolve(path), () -> text));
    if (this instanceof None) {
      new KeyDirectory(target).createMissing(List.of(country));
    }
  }

  private static Map<String, String> privateKeys(Bundle bundle, CountryCode country) {
    Map<String, String> files = new TreeMap<>();
    bundle.manifest().keys().stream()
        .filter(path -> path.startsWith("private-keys/" + country.lower() + '/'))
        .forEach(path -> files.put(withoutPrefix(path), bundle.key(path)));
    return files;
  }

  private static String withoutPrefix(String path) {
    return path.startsWith("private-keys/") ? path.substring("private-keys/".length()) : path;
  }
}
