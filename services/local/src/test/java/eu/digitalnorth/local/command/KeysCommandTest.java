package eu.digitalnorth.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Home;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.CountryKeys;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KeysCommandTest {
  private static final CountryCode EE = CountryCode.of("ee");

  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyKeyIsListedAsInUse() {
    createKeys();

    assertThat(run("list", "ee")).isZero();

    assertThat(keyLines()).hasSize(keys().statements().size()).allMatch(l -> l.contains("in use"));
  }

  @Test
  void aRotationGivesOneServiceANewKeyAndEndsTheOldOne() {
    createKeys();
    int before = keys().statements().size();

    assertThat(run("rotate", "ee", "--service", "evidence")).isZero();

    assertThat(keys().statements()).hasSize(before + 1);
    assertThat(keys().statements())
        .filteredOn(statement -> statement.claim().validUntil() != null)
        .singleElement()
        .satisfies(s -> assertThat(s.claim().use().service()).isEqualTo("evidence"));
    assertThat(out.toString()).contains("1 new keys").contains("at the next start");
  }

  @Test
  void aRevokedKeyIsRevokedAndHasASuccessor() {
    createKeys();
    String id = keys().statements().getFirst().claim().keyId().value();
    int before = keys().statements().size();

    assertThat(run("revoke", "ee", id)).isZero();

    assertThat(keys().statements()).hasSize(before + 1);
    assertThat(keys().statements())
        .filteredOn(statement -> statement.claim().revokedAt() != null)
        .singleElement()
        .satisfies(s -> assertThat(s.claim().keyId().value()).isEqualTo(id));
  }

  /** Base64url has a hyphen, which begins an option elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"-", "--", "-h", "-V", "--data"})
  void aKeyIdThatBeginsLikeAnOptionIsStillAKeyId(String beginning) {
    createKeys();
    String id = beginning + "x".repeat(43 - beginning.length() - 1) + "A";

    assertThat(run("revoke", "ee", id)).isEqualTo(2);

    assertThat(err.toString()).contains("ee has no key " + id);
  }

  @Test
  void nothingSecretIsShown() {
    createKeys();

    run("list", "ee");

    assertThat(out.toString()).doesNotContain("\"d\"").doesNotContain("{");
  }

  @Test
  void anUnknownKeyCountryOrCommandIsAnError() {
    createKeys();

    assertThat(run("revoke", "ee", "nonsense")).isEqualTo(2);
    assertThat(run("rotate", "xx")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("ee has no key nonsense").contains("COUNTRY is the code");
  }

  @Test
  void aCountryWithoutKeysIsAnErrorThatSaysWhatToDo() {
    assertThat(run("list", "ee")).isEqualTo(1);
    assertThat(err.toString()).contains("exchange up");
  }

  private Stream<String> keyLines() {
    return out.toString().lines().skip(1);
  }

  private void createKeys() {
    new KeyDirectory(data.resolve("keys")).createMissing(List.of(EE));
  }

  private CountryKeys keys() {
    return new KeyDirectory(data.resolve("keys")).operate(EE);
  }

  private int run(String... arguments) {
    CommandLine exchange = ExchangeCommand.commandLine(new Home(data));
    exchange.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    Stream<String> options =
        arguments.length == 0 ? Stream.of() : Stream.of("--data", data.toString());
    return exchange.execute(
        Stream.of(Stream.of("keys"), Stream.of(arguments), options)
            .flatMap(some -> some)
            .toArray(String[]::new));
  }
}
