package io.kpigroups.testkit.template;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is written in a pom. */
final class Pom {
  private final Document document;

  Pom(Path file) throws Exception {
    document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  /** The one text at this place. */
  String text(String place) throws Exception {
    List<String> texts = texts(place);
    if (texts.size() != 1) {
      throw new AssertionError(place + " is " + texts);
    }
    return texts.get(0);
  }

  List<String> texts(String place) throws Exception {
    NodeList found =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/" + place, document, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  /** The version of a plugin. */
  String plugin(String name) throws Exception {
    return text("build/pluginManagement/plugins/plugin[artifactId='" + name + "']/version");
  }
}
