package dev.jtorch.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PrintSettingsTest {

  @Test void profiles_likePython() {
    assertThat(PrintSettings.defaultProfile()).isEqualTo(new PrintSettings(4, 1000, 3, 80, null));
    assertThat(PrintSettings.shortProfile()).isEqualTo(new PrintSettings(2, 1000, 2, 80, null));
    assertThat(PrintSettings.fullProfile()).isEqualTo(new PrintSettings(4, Long.MAX_VALUE, 3, 80, null));
  }

  @Test void modifiers_changeTheirOwnComponent() {
    PrintSettings options = PrintSettings.defaultProfile();
    assertThat(options.precision(7)).isEqualTo(new PrintSettings(7, 1000, 3, 80, null));
    assertThat(options.threshold(7)).isEqualTo(new PrintSettings(4, 7, 3, 80, null));
    assertThat(options.edgeItems(7)).isEqualTo(new PrintSettings(4, 1000, 7, 80, null));
    assertThat(options.lineWidth(7)).isEqualTo(new PrintSettings(4, 1000, 3, 7, null));
    assertThat(options.sciMode(true)).isEqualTo(new PrintSettings(4, 1000, 3, 80, true));
  }

  @Test void construct_negativePrecision() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrintSettings.defaultProfile().precision(-1))
        .withMessage("PrintSettings: precision is -1 (expected: >= 0)");
  }

  @Test void defaults_setReturnsThoseBefore() {
    PrintSettings before = PrintDefaults.set(PrintSettings.shortProfile());
    try {
      assertThat(PrintDefaults.update(o -> o.lineWidth(40))).isEqualTo(new PrintSettings(2, 1000, 2, 40, null));
      assertThat(PrintDefaults.get().lineWidth()).isEqualTo(40);
    } finally {
      PrintDefaults.set(before);
    }
    assertThat(PrintDefaults.get()).isEqualTo(before);
  }
}
