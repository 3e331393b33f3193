package io.kpigroups.bootstrap.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The types of a source folder that others see, as the JDK's own compiler reads them. */
final class CommentedTypes extends TreePathScanner<Void, String> {
  private final DocTrees comments;
  private final List<String> seen = new ArrayList<>();
  private final List<String> withoutComment = new ArrayList<>();

  private CommentedTypes(DocTrees comments) {
    this.comments = comments;
  }

  static CommentedTypes below(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(folder)) {
      List<Path> sources = all.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      CommentedTypes types = new CommentedTypes(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        types.scan(unit, "");
      }
      return types;
    }
  }

  List<String> seen() {
    return seen;
  }

  List<String> withoutComment() {
    return withoutComment;
  }

  /** What is in a type that others do not see is not theirs either. */
  @Override
  public Void visitClass(ClassTree type, String around) {
    if (!isSeen(type)) {
      return null;
    }
    String name = around + type.getSimpleName();
    seen.add(name);
    if (comments.getDocComment(getCurrentPath()) == null) {
      withoutComment.add(name);
    }
    return super.visitClass(type, name + ".");
  }

  /** Members of interfaces are public without saying so. */
  private boolean isSeen(ClassTree type) {
    Set<Modifier> modifiers = type.getModifiers().getFlags();
    Tree.Kind around = getCurrentPath().getParentPath().getLeaf().getKind();
    return modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.PROTECTED)
        || around == Tree.Kind.INTERFACE
        || around == Tree.Kind.ANNOTATION_TYPE;
  }
}
