package eu.digitalnorth.country;

import eu.digitalnorth.country.InvalidCountryProfilesException.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads all files, collecting what is wrong in any of them. */
final class ProfileLoader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final List<Problem> problems = new ArrayList<>();
  private final Map<CountryCode, CountryProfile> profiles = new HashMap<>();
  private final Map<CountryCode, String> files = new HashMap<>();

  private ProfileLoader() {}

  @SafeVarargs
  static CountryProfiles load(List<ProfileSource>... sources) {
    ProfileLoader loader = new ProfileLoader();
    Arrays.stream(sources).flatMap(List::stream).forEach(loader::read);
    loader.profiles.forEach(loader::check);
    if (loader.profiles.isEmpty() && loader.problems.isEmpty()) {
      loader.problems.add(new Problem("countries", "", "no country profile was found"));
    }
    if (!loader.problems.isEmpty()) {
      throw new InvalidCountryProfilesException(loader.problems);
    }
    return new CountryProfiles(loader.profiles);
  }

  private void read(ProfileSource source) {
    try {
      JsonNode tree = YAML.readTree(source.text());
      if (tree.isObject()) {
        ProfileReader.read(YamlNode.root(source.file(), tree, problems::add))
            .ifPresent(profile -> add(profile, source.file()));
      } else {
        problems.add(new Problem(source.file(), "", "must be a map"));
      }
    } catch (JacksonException e) {
      String what = "not readable as YAML: " + e.getOriginalMessage();
      problems.add(new Problem(source.file(), "line " + e.getLocation().getLineNr(), what));
    }
  }

  private void add(CountryProfile profile, String file) {
    String earlier = files.putIfAbsent(profile.code(), file);
    if (earlier == null) {
      profiles.put(profile.code(), profile);
    } else {
      problems.add(new Problem(file, "code", profile.code() + " is described by " + earlier));
    }
  }

  private void check(CountryCode code, CountryProfile profile) {
    String file = files.getOrDefault(code, code.lower());
    new ProfileRules(profiles, profile, file, problems::add).check();
  }
}
