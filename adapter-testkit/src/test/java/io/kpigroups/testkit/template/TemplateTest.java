package io.kpigroups.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;

import io.kpigroups.testkit.KpiGroupStorageContract;
import io.kpigroups.testkit.report.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store that authors begin with, {@code examples/adapter-template}, and the walk from there to
 * a suite that is green: docs/adapters.md, section 1.
 */
class TemplateTest {
  private static final String NOT_YET = "The store cannot do this yet.";

  @TempDir static Path folder;

  /** Some tests take the refusal for a wrong answer: then it is in what they say of that. */
  @Test
  void itsSuiteIsTheWholeContractAndFailsBecauseNothingIsWrittenYet() throws IOException {
    Path reports = folder.resolve("conformance");

    Run run = Run.of(Template.suite(folder.resolve("classes")), reports);

    assertThat(run.discovered()).hasSameSizeAs(Promise.of(KpiGroupStorageContract.class));
    assertThat(run.failures())
        .hasSizeGreaterThan(200)
        .extracting(failure -> getStackTrace(failure))
        .filteredOn(trace -> !trace.contains(NOT_YET))
        .isEmpty();
    assertThat(run.passed()).isEmpty();
    assertThat(Files.readString(reports.resolve("my.md"))).contains(" 0 held, ");
    assertThat(reports.resolve("my.json")).isNotEmptyFile();
  }

  @Test
  void itsSuiteIsGreenWhenTheTablesAreWritten() throws IOException {
    Path reports = folder.resolve("written");

    Run run = Run.of(Template.suite(Template.WRITTEN, folder.resolve("walked")), reports);

    assertThat(run.failures()).isEmpty();
    assertThat(Files.readString(reports.resolve("my.md"))).contains(" 0 not held, ");
  }

  @Test
  void theDocumentSaysWhatIsWritten() throws IOException {
    String walk = Files.readString(Path.of("../docs/adapters.md")).split("\n## ")[1];
    List<String> code =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(walk)
            .results()
            .flatMap(block -> block.group(1).lines().map(String::strip))
            .toList();

    assertThat(code).hasSizeGreaterThan(40);
    assertThat(Files.readString(Template.WRITTEN).lines().map(String::strip)).containsAll(code);
  }

  @Test
  void itsPomHasTheVersionsOfThisBuild() throws Exception {
    Pom template = new Pom(Template.FOLDER.resolve("pom.xml"));
    Pom build = new Pom(Path.of("../pom.xml"));

    assertThat(template.text("properties/kpi-groups.version")).isEqualTo(build.text("version"));
    assertThat(template.text("properties/maven.compiler.release"))
        .isEqualTo(build.text("properties/maven.compiler.release"));
    assertThat(template.plugin("maven-compiler-plugin"))
        .isEqualTo(build.text("properties/compiler-plugin.version"));
    assertThat(template.plugin("maven-surefire-plugin"))
        .isEqualTo(build.text("properties/surefire.version"));
  }

  /** The kit brings JUnit, and in the version that it was built with. */
  @Test
  void itsPomNamesWhatTheBillOfMaterialsHas() throws Exception {
    Pom template = new Pom(Template.FOLDER.resolve("pom.xml"));
    Pom bom = new Pom(Path.of("../bom/pom.xml"));

    assertThat(template.texts("dependencyManagement/dependencies/dependency/artifactId"))
        .containsExactly(bom.text("artifactId"));
    assertThat(template.texts("dependencies/dependency/artifactId"))
        .containsExactly("kpi-groups-application", "kpi-groups-adapter-testkit")
        .isSubsetOf(bom.texts("dependencyManagement/dependencies/dependency/artifactId"));
    assertThat(template.texts("dependencies/dependency/version")).isEmpty();
    assertThat(new Pom(Path.of("pom.xml")).texts("dependencies/dependency[not(scope)]/artifactId"))
        .contains("junit-jupiter");
  }
}
