package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.kpigroups.bootstrap.service.client.Json;
import io.kpigroups.bootstrap.service.process.Packaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packaged service is made of, by its bill of materials, and under which licences. */
class LicencesIT {
  private static final Path PAGE = Path.of("../docs/licences.md");

  /** What may be shipped in a service under the Apache License, by SPDX id where there is one. */
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-2.0",
          "GPL-2.0-with-classpath-exception",
          "MIT",
          "MIT-0",
          "Public Domain");

  /** A component and the licences that it may be used under, one of which is enough. */
  private record Component(String name, Set<String> licences) {}

  @Test
  void everyComponentHasALicenceThatIsAllowed() throws IOException {
    assertThat(components())
        .hasSizeGreaterThan(50)
        .allSatisfy(component -> assertThat(component.licences()).containsAnyElementsOf(ALLOWED));
  }

  @Test
  void thePageListsEveryComponentByItsLicences() throws IOException {
    String page = page();
    if (Boolean.getBoolean("update-licences")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/licences.md is stale; run ./mvnw verify -Dupdate-licences=true")
        .isEqualTo(page);
  }

  @Test
  void theBillHasOurModulesAndAHashOfEverything() throws IOException {
    Path bill = Packaged.billOfMaterials();
    assertThat(Json.<String>read(bill, "bomFormat")).isEqualTo("CycloneDX");
    assertThat(Json.<List<String>>read(bill, "components.name"))
        .contains("kpi-groups-domain", "kpi-groups-application", "kpi-groups-adapter-rest");
    assertThat(Json.<List<Map<String, ?>>>read(bill, "components"))
        .filteredOn(component -> component.containsKey("group"))
        .filteredOn(component -> hasFile(String.valueOf(component.get("name"))))
        .allSatisfy(
            component -> assertThat(component.get("hashes")).asInstanceOf(LIST).isNotEmpty());
  }

  private static String page() throws IOException {
    Map<String, Set<String>> byLicence = new TreeMap<>();
    components()
        .forEach(
            component ->
                byLicence
                    .computeIfAbsent(
                        String.join(" or ", component.licences()), licence -> new TreeSet<>())
                    .add(component.name()));
    return byLicence.entrySet().stream()
        .map(
            entry ->
                entry.getValue().stream()
                    .map(name -> "- " + name + "\n")
                    .collect(Collectors.joining("", "\n## " + entry.getKey() + "\n\n", "")))
        .collect(
            Collectors.joining(
                "",
                """
                # Licences

                What the packaged service holds, by licence; \"or\" is a choice. Made from the bill of materials
                of the build, which has the versions: do not edit by hand.
                """,
                ""));
  }

  /** In an executable our last module is not a jar but the executable itself. */
  private static boolean hasFile(String component) {
    try {
      return !Packaged.isExecutable() || !component.equals("kpi-groups-bootstrap");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The libraries that run; what only builds the service is in the bill too. */
  private static List<Component> components() throws IOException {
    List<Map<String, ?>> all = Json.read(Packaged.billOfMaterials(), "components");
    return all.stream()
        .filter(component -> component.containsKey("group"))
        .filter(component -> String.valueOf(component.get("properties")).contains("value=runtime"))
        .map(component -> new Component(name(component), licences(component)))
        .toList();
  }

  /** Without the platform that the build ran on, so that the page is the same everywhere. */
  private static String name(Map<String, ?> component) {
    String name = String.valueOf(component.get("name"));
    return component.get("group") + ":" + name.replaceFirst("^native-.*", "native-*");
  }

  private static Set<String> licences(Map<String, ?> component) {
    List<?> entries = component.get("licenses") instanceof List<?> list ? list : List.of();
    return entries.stream()
        .map(entry -> entry instanceof Map<?, ?> map ? map.get("license") : null)
        .flatMap(
            licence ->
                licence instanceof Map<?, ?> map
                    ? Stream.of(map.containsKey("id") ? map.get("id") : map.get("name"))
                    : Stream.empty())
        .map(String::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
