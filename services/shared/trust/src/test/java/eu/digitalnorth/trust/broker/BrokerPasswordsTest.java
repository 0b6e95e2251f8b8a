package eu.digitalnorth.trust.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.key.MissingKeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerPasswordsTest {
  private static final BrokerPrincipal ESTONIA = BrokerPrincipal.of(CountryCode.of("EE"));

  @TempDir private Path root;
  private BrokerPasswords passwords;

  @BeforeEach
  void create() {
    passwords = new BrokerPasswords(root);
    passwords.createMissing(List.of(ESTONIA, BrokerPrincipal.ADMIN));
  }

  @Test
  void everyPrincipalHasAPasswordOfItsOwnThatStays() {
    String before = passwords.of(ESTONIA);

    passwords.createMissing(List.of(ESTONIA));

    assertThat(passwords.of(ESTONIA)).isEqualTo(before).matches("[A-Za-z0-9_-]{43}");
    assertThat(passwords.of(BrokerPrincipal.ADMIN)).isNotEqualTo(before);
  }

  @Test
  void onlyItsOwnerReadsTheFileAlsoAfterItWasReplaced() throws IOException {
    assertThat(permissions()).isEqualTo("rw-------");

    passwords.replace(ESTONIA);

    assertThat(permissions()).isEqualTo("rw-------");
  }

  @Test
  void aReplacedPasswordIsAnother() {
    String before = passwords.of(ESTONIA);

    passwords.replace(ESTONIA);

    assertThat(passwords.of(ESTONIA)).isNotEqualTo(before);
  }

  @Test
  void aPasswordThatIsMissingOrEmptyIsAnErrorThatNamesTheFile() throws IOException {
    assertThatThrownBy(() -> passwords.of(BrokerPrincipal.TESTER))
        .isInstanceOf(MissingKeyException.class)
        .hasMessageContaining("tester");
    Files.writeString(passwords.fileOf(ESTONIA), "\n");
    assertThatThrownBy(() -> passwords.of(ESTONIA)).isInstanceOf(MissingKeyException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "ANONYMOUS", "*", "../ee", "ee;admin", "ee.evidence"})
  void aPrincipalHasAPlainName(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new BrokerPrincipal(name));
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords.fileOf(ESTONIA)));
  }
}
