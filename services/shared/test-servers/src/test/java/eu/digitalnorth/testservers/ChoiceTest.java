package eu.digitalnorth.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Docker WILLING = new Docker("Docker 28", Optional.empty());
  private static final Docker SILENT = new Docker("Docker", Optional.of("does not answer"));

  @Test
  void containersWhereDockerCanStartThem() {
    assertThat(Choice.of("auto", () -> WILLING))
        .hasToString("Test servers: containers (Docker 28, images present)");
  }

  @Test
  void embeddedWhereItCannot() {
    assertThat(Choice.of("auto", () -> SILENT))
        .hasToString("Test servers: embedded (Docker does not answer)");
  }

  @Test
  void embeddedAsksNoDocker() {
    Choice choice =
        Choice.of(
            "embedded",
            () -> {
              throw new AssertionError("Docker was asked");
            });

    assertThat(choice.containers()).isFalse();
  }

  @Test
  void containersThatAreDemandedAndCannotBeHadAreAnError() {
    assertThatThrownBy(() -> Choice.of("containers", () -> SILENT))
        .hasMessageContaining("Docker does not answer");
  }

  @Test
  void aTypoIsAnError() {
    assertThatThrownBy(() -> Choice.of("embeded", () -> WILLING))
        .hasMessageContaining("embeded")
        .hasMessageContaining("auto, embedded or containers");
  }
}
