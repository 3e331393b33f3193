package io.kpigroups.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The store that authors copy, compiled from its sources as they lie in the examples. */
final class Template {
  static final Path FOLDER = Path.of("../examples/adapter-template");

  /** What its author writes, written. */
  static final Path WRITTEN = Path.of("src/test/template/com/example/store/MyTables.java");

  private Template() {}

  /** Its suite, with nothing written yet; what javac says of the sources fails the test. */
  static Class<?> suite(Path classes) throws IOException {
    return suite(sources(FOLDER.resolve("src")), classes);
  }

  /** Its suite, with what an author has written in the place of the file of the same name. */
  static Class<?> suite(Path written, Path classes) throws IOException {
    Stream<Path> others =
        sources(FOLDER.resolve("src")).filter(it -> !it.endsWith(written.getFileName()));
    return suite(Stream.concat(others, Stream.of(written)), classes);
  }

  private static Class<?> suite(Stream<Path> sources, Path classes) throws IOException {
    assertThat(warnings(sources.toList(), Files.createDirectories(classes))).isEmpty();
    return load(classes);
  }

  private static Stream<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    }
  }

  private static List<String> warnings(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "--release=17",
            "-Xlint:all",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return found.getDiagnostics().stream().map(Template::text).toList();
  }

  private static String text(Diagnostic<?> diagnostic) {
    return diagnostic.getSource() + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  /** Open as long as the tests run, which load more of it as they go. */
  @SuppressWarnings("resource")
  private static Class<?> load(Path classes) throws MalformedURLException {
    URL[] place = {classes.toUri().toURL()};
    try {
      return new URLClassLoader(place, Template.class.getClassLoader())
          .loadClass("com.example.store.MyStorageTest");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
