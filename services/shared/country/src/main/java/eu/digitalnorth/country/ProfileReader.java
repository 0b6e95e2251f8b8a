package eu.digitalnorth.country;

import eu.digitalnorth.country.ElectronicIdScheme.Means;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns the YAML of one country into its profile, or reports why it cannot. */
final class ProfileReader {

  private static final String ANY = "*";

  private ProfileReader() {}

  /** The profile; meaningless where a problem was reported on the way, empty if hopeless. */
  static Optional<CountryProfile> read(YamlNode root) {
    root.only(
        "code",
        "name",
        "nativeNames",
        "euMember",
        "eid",
        "identifiers",
        "authorities",
        "registers",
        "dataProtection",
        "agreements",
        "schemaVersions");
    Optional<CountryCode> code = root.field("code").code(CountryCode::new);
    Optional<String> name = root.field("name").text();
    Map<String, String> nativeNames = texts(root.field("nativeNames"));
    Optional<Boolean> euMember = root.field("euMember").bool();
    Optional<ElectronicIdScheme> eid = eid(root.field("eid"));
    YamlNode identifiers = root.field("identifiers").only("person", "company");
    Optional<String> person = identifiers.field("person").text();
    Optional<String> company = identifiers.field("company").text();
    List<Authority> authorities =
        all(root.field("authorities").elements(), ProfileReader::authority);
    YamlNode registers = root.field("registers").only("population", "business");
    Optional<Register> population = register(registers.field("population"));
    Optional<Register> business = register(registers.field("business"));
    Optional<Authority> dataProtection = dataProtection(root.field("dataProtection"));
    List<AccessAgreement> agreements =
        all(root.field("agreements").elements(), ProfileReader::agreement);
    Map<String, Integer> versions = versions(root.field("schemaVersions"));
    if (code.isEmpty()
        || eid.isEmpty()
        || population.isEmpty()
        || business.isEmpty()
        || dataProtection.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CountryProfile(
            code.get(),
            name.orElse(""),
            nativeNames,
            euMember.orElse(false),
            authorities,
            eid.get(),
            person.orElse(""),
            company.orElse(""),
            population.get(),
            business.get(),
            dataProtection.get(),
            agreements,
            versions));
  }

  private static Optional<ElectronicIdScheme> eid(YamlNode node) {
    node.only("name", "means");
    Optional<String> name = node.field("name").text();
    List<Means> means = all(node.field("means").elements(), ProfileReader::means);
    if (means.isEmpty()) {
      node.field("means").problem("must name at least one means of authentication");
    }
    return name.filter(any -> !means.isEmpty()).map(text -> new ElectronicIdScheme(text, means));
  }

  private static Optional<Means> means(YamlNode node) {
    node.only("name", "level");
    Optional<String> name = node.field("name").text();
    Optional<LevelOfAssurance> level = node.field("level").code(ProfileReader::level);
    return name.flatMap(text -> level.map(reached -> new Means(text, reached)));
  }

  private static Optional<Authority> authority(YamlNode node) {
    node.only("id", "name", "procedures", "provides");
    Optional<AuthorityId> id = node.field("id").code(AuthorityId::new);
    Optional<String> name = node.field("name").text();
    Set<ProcedureCode> procedures = codes(node.field("procedures"), ProcedureCode::new);
    Set<EvidenceTypeCode> provides = codes(node.field("provides"), ProfileReader::evidenceType);
    if (procedures.isEmpty() && provides.isEmpty()) {
      node.problem("must run a procedure or provide evidence");
    }
    return id.map(given -> new Authority(given, name.orElse(""), procedures, provides));
  }

  private static Optional<Authority> dataProtection(YamlNode node) {
    node.only("id", "name");
    Optional<AuthorityId> id = node.field("id").code(AuthorityId::new);
    Optional<String> name = node.field("name").text();
    return id.flatMap(given -> name.map(text -> new Authority(given, text, Set.of(), Set.of())));
  }

  private static Optional<Register> register(YamlNode node) {
    node.only("id", "name", "authority");
    Optional<String> id = node.field("id").text();
    Optional<String> name = node.field("name").text();
    Optional<AuthorityId> authority = node.field("authority").code(AuthorityId::new);
    if (id.isEmpty() || name.isEmpty() || authority.isEmpty()) {
      return Optional.empty();
    }
    return node.field("id").code(given -> new Register(given, name.get(), authority.get()));
  }

  private static Optional<AccessAgreement> agreement(YamlNode node) {
    node.only("requester", "procedure", "evidence", "level", "authorities");
    Optional<Requester> requester = node.field("requester").code(ProfileReader::requester);
    Optional<ProcedureCode> procedure = node.field("procedure").code(ProcedureCode::new);
    Optional<EvidenceTypeCode> type = node.field("evidence").code(ProfileReader::evidenceType);
    Optional<LevelOfAssurance> level = node.field("level").code(ProfileReader::level);
    Set<AuthorityId> authorities = codes(node.field("authorities"), AuthorityId::new);
    if (requester.isEmpty() || procedure.isEmpty() || type.isEmpty() || level.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessAgreement(
            requester.get(), procedure.get(), type.get(), level.get(), authorities));
  }

  private static Requester requester(String text) {
    return text.equals(ANY)
        ? new Requester.AnyCountry()
        : new Requester.OneCountry(new CountryCode(text));
  }

  private static LevelOfAssurance level(String text) {
    return oneOf(LevelOfAssurance.class, text);
  }

  private static EvidenceTypeCode evidenceType(String text) {
    return oneOf(EvidenceTypeCode.class, text);
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of " + Arrays.toString(type.getEnumConstants()) + ": " + text));
  }

  private static Map<String, String> texts(YamlNode node) {
    Map<String, String> texts = new HashMap<>();
    node.entries().forEach((key, value) -> value.text().ifPresent(text -> texts.put(key, text)));
    if (texts.isEmpty()) {
      node.problem("must have at least one entry");
    }
    return texts;
  }

  private static Map<String, Integer> versions(YamlNode node) {
    Map<String, Integer> versions = new HashMap<>();
    node.entries()
        .forEach((key, value) -> value.positive().ifPresent(major -> versions.put(key, major)));
    if (versions.isEmpty()) {
      node.problem("must have at least one entry");
    }
    return versions;
  }

  private static <T> Set<T> codes(YamlNode list, Function<String, T> type) {
    return new HashSet<>(all(list.elements(), element -> element.code(type)));
  }

  private static <T> List<T> all(List<YamlNode> nodes, Function<YamlNode, Optional<T>> reader) {
    return nodes.stream().map(reader).flatMap(Optional::stream).toList();
  }
}
