package dev.jtorch.site;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A Markdown file as HTML. */
final class Document {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).build();
  /** How many sections a page must have for a list of them beside it. */
  private static final int MANY_SECTIONS = 4;

  private final String html;
  private final StringBuilder sections = new StringBuilder();
  private int sectionCount;
  private String title = "JTorch";

  /** @param target what becomes of a link; links to nowhere, which are empty, become text */
  Document(String markdown, UnaryOperator<String> target) {
    Node document = PARSER.parse(markdown);
    IdGenerator ids = IdGenerator.builder().build();
    document.accept(new AbstractVisitor() {
      @Override public void visit(Heading heading) {
        String text = text(heading);
        String id = ids.generateId(text);
        if (heading.getLevel() == 1) title = text;
        if (heading.getLevel() == 2) {
          sectionCount++;
          sections.append("<a href=\"#").append(id).append("\">").append(escaped(text)).append("</a>\n");
        }
        visitChildren(heading);
      }

      @Override public void visit(Link link) {
        link.setDestination(target.apply(link.getDestination()));
        visitChildren(link);
        if (!link.getDestination().isEmpty()) return;
        while (link.getFirstChild() != null) link.insertBefore(link.getFirstChild());
        link.unlink();
      }
    });
    html = RENDERER.render(document);
  }

  /** {@return the first heading, as HTML} */
  String title() { return escaped(title); }

  String html() { return html; }

  /** {@return links to the sections, as HTML; empty where there are few} */
  String contents() {
    if (sectionCount < MANY_SECTIONS) return "";
    return "<nav class=\"contents\" aria-label=\"Sections\">\n" + sections + "</nav>\n";
  }

  private static String text(Node node) {
    var text = new StringBuilder();
    node.accept(new AbstractVisitor() {
      @Override public void visit(Text part) { text.append(part.getLiteral()); }

      @Override public void visit(Code part) { text.append(part.getLiteral()); }
    });
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
