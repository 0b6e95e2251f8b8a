package eu.digitalnorth.country;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** One YAML file: its name for error messages and its text. */
record ProfileSource(String file, String text) {

  private static final String FOLDER = "countries";
  private static final String SUFFIX = ".yaml";

  /** Lists the folder, so that a country is added by one file and nothing else. */
  static List<ProfileSource> onClassPath() {
    List<ProfileSource> found = new ArrayList<>();
    try {
      ClassLoader loader = ProfileSource.class.getClassLoader();
      for (URL folder : Collections.list(loader.getResources(FOLDER))) {
        found.addAll(in(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the country profiles", e);
    }
    return found;
  }

  static List<ProfileSource> inDirectory(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(ProfileSource::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the country profiles in " + directory, e);
    }
  }

  private static List<ProfileSource> in(URL folder) throws IOException {
    return folder.openConnection() instanceof JarURLConnection jar
        ? inJar(jar)
        : inDirectory(Path.of(uri(folder)));
  }

  private static List<ProfileSource> inJar(JarURLConnection connection) throws IOException {
    JarFile jar = connection.getJarFile();
    List<ProfileSource> found = new ArrayList<>();
    for (String name :
        jar.stream().map(Object::toString).filter(ProfileSource::isProfile).sorted().toList()) {
      try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        found.add(new ProfileSource(name.substring(FOLDER.length() + 1), text));
      }
    }
    return found;
  }

  private static boolean isProfile(String entry) {
    return entry.startsWith(FOLDER + "/") && entry.endsWith(SUFFIX);
  }

  private static ProfileSource read(Path file) {
    try {
      return new ProfileSource(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the country profile " + file, e);
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not a URI: " + url, e);
    }
  }
}
