package io.kpigroups.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever compiles against a module reads of each of its types what it is for. */
class JavadocTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"domain", "application", "adapter-testkit", "adapter-sqlite", "adapter-client"})
  void everyTypeThatOthersSeeHasAComment(String module) throws IOException {
    CommentedTypes types = CommentedTypes.below(Path.of("..", module, "src/main/java"));

    assertThat(types.seen()).hasSizeGreaterThan(10);
    assertThat(types.withoutComment()).isEmpty();
  }

  @Test
  void aTypeWithoutACommentIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Outer.java"),
        """
        package planted;

        /* This is none. */
        public class Outer {
          protected record Inner() {}
          class Hidden {}
          /** It has one. */
          public enum Said {}
          interface OfThePackage { class ItsOwn {} }
        }

        /** This one, too. */
        interface Ours { enum Theirs {} }
        """);

    CommentedTypes types = CommentedTypes.below(folder);

    assertThat(types.seen()).isEqualTo(List.of("Outer", "Outer.Inner", "Outer.Said"));
    assertThat(types.withoutComment()).isEqualTo(List.of("Outer", "Outer.Inner"));
  }
}
