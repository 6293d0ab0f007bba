import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * Writes the Javadoc of public classes and members as plain text, for {@code help(..)} in the shell. The build of jtorch-cli runs
 * it.
 *
 * <p>{@code java JavadocIndex.java FILE SOURCES...}: the file to write, compressed, and the source folders. An entry is a line
 * {@code \1owner TAB name TAB signature} and the lines of its text. Members of a sealed or hidden class that has one subclass
 * belong to that subclass, as its users see it: gather of IndexingOps is Tensor's.
 */
final class JavadocIndex {
  private static final int WIDTH = 100;
  private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "quot", "\"");

  private final DocTrees docs;
  private final StringBuilder out = new StringBuilder();
  /** From a sealed or hidden class to its only subclass, both by their simple names, which are unique among such classes. */
  private final Map<String, String> onlySubclass = new HashMap<>();

  private JavadocIndex(DocTrees docs) {
    this.docs = docs;
  }

  public static void main(String[] args) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      try (Stream<Path> files = Files.walk(Path.of(args[i]))) {
        files.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("internal")
            && !file.endsWith("module-info.java")).sorted().forEach(sources::add);
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var task = (JavacTask) compiler.getTask(null, files, d -> {}, List.of("-proc:none"), null,
          files.getJavaFileObjectsFromPaths(sources));
      var index = new JavadocIndex(DocTrees.instance(task));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      index.findSubclasses(units);
      units.forEach(index::add);
      Path target = Path.of(args[0]);
      Files.createDirectories(target.getParent());
      try (Writer writer =
          new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(target)), StandardCharsets.UTF_8)) {
        writer.append(index.out);
      }
    }
  }

  private void findSubclasses(Iterable<CompilationUnitTree> units) {
    Map<String, List<String>> subclasses = new HashMap<>();
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        if (!(type instanceof ClassTree c)) continue;
        String name = c.getSimpleName().toString();
        if (c.getPermitsClause().size() == 1) onlySubclass.put(name, c.getPermitsClause().get(0).toString());
        if (c.getExtendsClause() == null) continue;
        subclasses.computeIfAbsent(c.getExtendsClause().toString().replaceFirst("<.*", ""), n -> new ArrayList<>()).add(name);
      }
    }
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        List<String> known = type instanceof ClassTree c && !isVisible(c.getModifiers().getFlags())
            ? subclasses.getOrDefault(c.getSimpleName().toString(), List.of()) : List.of();
        if (known.size() == 1) onlySubclass.put(((ClassTree) type).getSimpleName().toString(), known.get(0));
      }
    }
  }

  private void add(CompilationUnitTree unit) {
    if (unit.getPackageName() == null) return;
    String packageName = unit.getPackageName().toString();
    new TreePathScanner<Void, String>() {
      @Override public Void visitClass(ClassTree type, String outer) {
        String name = type.getSimpleName().toString();
        boolean isPublic = isVisible(type.getModifiers().getFlags());
        String seen = name;
        while (onlySubclass.containsKey(seen)) seen = onlySubclass.get(seen);
        boolean hidden = !seen.equals(name);
        if (name.isEmpty() || !isPublic && !hidden) return null;
        if (isPublic && !hidden) entry(getCurrentPath(), outer, name, kind(type) + " " + header(type));
        return super.visitClass(type, outer + "." + seen);
      }

      @Override public Void visitMethod(MethodTree method, String owner) {
        boolean ofInterface = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
        Set<Modifier> flags = method.getModifiers().getFlags();
        if (!ofInterface && !isVisible(flags)) return null;
        boolean constructor = method.getReturnType() == null;
        String name = constructor ? owner.substring(owner.lastIndexOf('.') + 1) : method.getName().toString();
        String parameters = method.getParameters().stream().map(JavadocIndex::parameter).collect(Collectors.joining(", "));
        String result = constructor ? "new " : (flags.contains(Modifier.STATIC) ? "static " : "") + method.getReturnType() + " ";
        entry(getCurrentPath(), owner, name, result + name + "(" + parameters + ")");
        return null;
      }

      @Override public Void visitVariable(VariableTree field, String owner) {
        Set<Modifier> flags = field.getModifiers().getFlags();
        if (isVisible(flags)) entry(getCurrentPath(), owner, field.getName().toString(), field.getType() + " " + field.getName());
        return null;
      }
    }.scan(unit, packageName);
  }

  private static boolean isVisible(Set<Modifier> flags) {
    return flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
  }

  private static String kind(ClassTree type) {
    return switch (type.getKind()) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case ANNOTATION_TYPE -> "annotation";
      default -> "class";
    };
  }

  private static String header(ClassTree type) {
    Tree parent = type.getExtendsClause();
    return type.getSimpleName() + (parent == null ? "" : " extends " + parent);
  }

  private static String parameter(VariableTree parameter) {
    String type = parameter.getType().toString();
    boolean varargs = parameter.toString().contains("...");
    return (varargs && type.endsWith("[]") ? type.substring(0, type.length() - 2) + "..." : type) + " " + parameter.getName();
  }

  private void entry(TreePath path, String owner, String name, String signature) {
    DocCommentTree comment = docs.getDocCommentTree(path);
    if (comment == null) return;
    out.append('\1').append(owner).append('\t').append(name).append('\t').append(signature.replaceAll("\\s+", " ")).append('\n');
    out.append(text(comment)).append('\n');
  }

  private String text(DocCommentTree comment) {
    var text = new StringBuilder(wrapped(render(comment.getFullBody()), ""));
    section(text, "Parameters", comment, DocTree.Kind.PARAM, tag -> ((ParamTree) tag).getName() + ": "
        + render(((ParamTree) tag).getDescription()));
    section(text, "Returns", comment, DocTree.Kind.RETURN, tag -> render(((ReturnTree) tag).getDescription()));
    section(text, "Throws", comment, DocTree.Kind.THROWS, tag -> ((ThrowsTree) tag).getExceptionName() + " "
        + render(((ThrowsTree) tag).getDescription()));
    section(text, "See", comment, DocTree.Kind.SEE, tag -> render(((SeeTree) tag).getReference()));
    return text.toString().strip();
  }

  private interface Line {
    String of(DocTree tag);
  }

  private static void section(StringBuilder text, String title, DocCommentTree comment, DocTree.Kind kind, Line line) {
    List<? extends DocTree> tags = comment.getBlockTags().stream().filter(tag -> tag.getKind() == kind).toList();
    if (tags.isEmpty()) return;
    text.append("\n\n").append(title).append(':');
    for (DocTree tag : tags) text.append('\n').append(wrapped("  " + line.of(tag).strip(), "    "));
  }

  /** Plain text: paragraphs of one line each, and lines of preformatted text, which begin with four blanks. */
  private String render(List<? extends DocTree> trees) {
    var text = new StringBuilder();
    boolean preformatted = false;
    String address = "";
    for (DocTree tree : trees) {
      switch (tree.getKind()) {
        case TEXT -> text.append(preformatted ? indented(((TextTree) tree).getBody()) : flat(((TextTree) tree).getBody()));
        case CODE, LITERAL -> {
          String body = ((LiteralTree) tree).getBody().getBody();
          text.append(preformatted ? indented(body) : flat(body));
        }
        case LINK, LINK_PLAIN -> {
          var link = (LinkTree) tree;
          text.append(link.getLabel().isEmpty() ? flat(reference(link.getReference())) : render(link.getLabel()));
        }
        case REFERENCE -> text.append(reference(tree));
        case RETURN -> text.append("Returns ").append(render(((ReturnTree) tree).getDescription())).append('.');
        case ENTITY -> text.append(ENTITIES.getOrDefault(((EntityTree) tree).getName().toString(), tree.toString()));
        case START_ELEMENT -> {
          var element = (StartElementTree) tree;
          String name = element.getName().toString();
          if (name.equals("p")) text.append("\n\n");
          if (name.equals("li") || name.equals("dt") || name.equals("tr")) text.append("\n- ");
          if (name.equals("pre")) text.append("\n\n");
          preformatted |= name.equals("pre");
          if (name.equals("a")) address = href(element);
        }
        case END_ELEMENT -> {
          String name = ((EndElementTree) tree).getName().toString();
          if (name.equals("pre")) preformatted = false;
          if (name.equals("pre") || name.equals("ul") || name.equals("ol") || name.equals("table")) text.append("\n\n");
          if (name.equals("a")) text.append(", ").append(address);
        }
        default -> {} // snippets and what else has no text
      }
    }
    return text.toString().replaceAll("\n{3,}", "\n\n");
  }

  private static String reference(DocTree reference) {
    return reference.toString().replaceFirst("^#", "").replace('#', '.').replaceFirst("^(dev|java)\\.[a-z.]*", "");
  }

  private static String href(StartElementTree element) {
    return element.getAttributes().stream().filter(a -> a instanceof AttributeTree t && t.getName().contentEquals("href"))
        .map(a -> ((AttributeTree) a).getValue().stream().map(Object::toString).collect(Collectors.joining())).findFirst().orElse("");
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String indented(String text) {
    // before JDK 23, lines keep the blank behind their asterisk
    return text.stripIndent().strip().lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
  }

  private static String wrapped(String text, String hanging) {
    return text.lines().map(line -> line.startsWith("    ") ? line : wrapLine(line.stripTrailing(), hanging))
        .collect(Collectors.joining("\n"));
  }

  private static String wrapLine(String line, String hanging) {
    var wrapped = new StringBuilder();
    int column = 0;
    for (String word : line.replaceFirst("^ (?! )", "").split("(?<=\\S) +")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        wrapped.append('\n').append(hanging).append(word);
        column = hanging.length() + word.length();
      } else {
        wrapped.append(column > 0 ? " " : "").append(word);
        column += word.length() + (column > 0 ? 1 : 0);
      }
    }
    return wrapped.toString();
  }
}
