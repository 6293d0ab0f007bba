package dev.jtorch.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckpointExceptionTest {
  @Test void message_textOfAHostileFile_isOnePrintableLine() {
    assertThat(new CheckpointException("a\nb\r\u2028c\u001b[31m\u202ed\ud800é 日 😀"))
        .hasMessage("a?b??c?[31m?d?é 日 😀");
  }

  @Test void message_veryLong_isCut() {
    assertThat(new CheckpointException("x".repeat(5000)).getMessage()).hasSize(1000);
  }
}
