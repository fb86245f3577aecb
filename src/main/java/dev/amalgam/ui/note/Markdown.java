package dev.amalgam.ui.note;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Text in Markdown (CommonMark) as pieces for a text flow: headings, emphasis, code, quotes and lists. Pictures and links are
 * shown by their words, HTML as it is written: a comment fetches nothing and opens nothing.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();

    private Markdown() {}

    /** The pieces in their order, line breaks among them; each has style classes that begin with {@code md-}. */
    public static List<Text> pieces(String markdown) {
        Pieces pieces = new Pieces();
        PARSER.parse(markdown).accept(pieces);
        return pieces.made;
    }

    private static final class Pieces extends AbstractVisitor {
        private final List<Text> made = new ArrayList<>();
        private final List<String> styles = new ArrayList<>(List.of("md-text"));
        private String prefix = "";

        private void add(String words) {
            Text piece = new Text(words);
            piece.getStyleClass().addAll(styles);
            made.add(piece);
        }

        private void styled(String style, Runnable content) {
            styles.add(style);
            content.run();
            styles.removeLast();
        }

        /** A block begins on a line of its own. */
        private void block(Runnable content) {
            if (!made.isEmpty()) {
                add("\n");
            }
            if (!prefix.isEmpty()) {
                add(prefix);
            }
            content.run();
        }

        @Override
        public void visit(Heading heading) {
            block(() -> styled("md-heading", () -> visitChildren(heading)));
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null) {
                visitChildren(paragraph);
            } else {
                block(() -> visitChildren(paragraph));
            }
        }

        @Override
        public void visit(ListItem item) {
            block(() -> {
                add(bullet(item));
                within("    ", item);
            });
        }

        private void within(String more, Node node) {
            String before = prefix;
            prefix = before + more;
            visitChildren(node);
            prefix = before;
        }

        private static String bullet(ListItem item) {
            if (!(item.getParent() instanceof OrderedList list)) {
                return "•  ";
            }
            Integer first = list.getMarkerStartNumber();
            int number = first == null ? 1 : first;
            for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            return number + ".  ";
        }

        @Override
        public void visit(BlockQuote quote) {
            styled("md-quote", () -> within("│  ", quote));
        }

        @Override
        public void visit(ThematicBreak line) {
            block(() -> add("———"));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            block(() -> styled("md-code", () -> add(code.getLiteral().stripTrailing())));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            block(() -> styled("md-code", () -> add(code.getLiteral().stripTrailing())));
        }

        @Override
        public void visit(HtmlBlock html) {
            block(() -> add(html.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            add(html.getLiteral());
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled("md-emphasis", () -> visitChildren(emphasis));
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            styled("md-strong", () -> visitChildren(emphasis));
        }

        @Override
        public void visit(Code code) {
            styled("md-code", () -> add(code.getLiteral()));
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            add(" ");
        }

        @Override
        public void visit(HardLineBreak line) {
            add("\n" + prefix);
        }
    }
}
