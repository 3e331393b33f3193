package io.kpigroups.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Whoever imports the bill of materials gets every module, all of them in one version. */
class BomTest {
  private static final String MANAGED = "/project/dependencyManagement/dependencies/dependency/";

  @Test
  void itNamesEveryModuleInTheVersionOfThisBuild() throws Exception {
    List<String> modules = texts("../pom.xml", "/project/modules/module");
    assertThat(modules).hasSizeGreaterThan(8);

    List<String> managed = texts("../bom/pom.xml", MANAGED + "artifactId");
    assertThat(new HashSet<>(managed)).hasSize(modules.size() - 1);
    for (String module : modules) {
      List<String> artifact = texts("../" + module + "/pom.xml", "/project/artifactId");
      assertThat(module.equals("bom") || managed.containsAll(artifact)).as(module).isTrue();
    }
    assertThat(texts("../bom/pom.xml", MANAGED + "version")).containsOnly("${project.version}");
    assertThat(texts("../bom/pom.xml", MANAGED + "type"))
        .as("black-box")
        .containsExactly("test-jar");
  }

  private static List<String> texts(String pom, String path) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(pom));
    NodeList found =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
