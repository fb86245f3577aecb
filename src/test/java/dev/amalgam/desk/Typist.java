package dev.amalgam.desk;

import dev.amalgam.compile.Typing;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.ComponentStore;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * A program that is killed while it edits: it adds nodes {@code n1}, {@code n2} … without end, lets the time of the journal
 * pass after every third, and prints how many are safe then.
 */
final class Typist {
    private Typist() {}

    /** @param args the folder of the journals */
    public static void main(String[] args) throws Exception {
        Queue<Runnable> waiting = new ArrayDeque<>();
        Document document = document();
        Journals.in(Path.of(args[0]), waiting::add).follow(document, Optional::empty);
        for (int count = 1; ; count++) {
            type(document, count);
            Runnable due = count % 3 == 0 ? waiting.poll() : null;
            if (due != null) {
                due.run();
                System.out.println(count);
            }
        }
    }

    static Document document() {
        ComponentStore files = new ComponentStore(Optional.empty(), _ -> Optional.empty());
        return new Document(Typing.of(Amalgamation.EMPTY, BuiltInKinds.catalogue(), files), false);
    }

    /** Adds the node of that number. */
    static void type(Document document, int number) {
        Node node = new Node(new NodeId("n" + number), "softmax", Settings.NONE);
        document.apply(new Edit.Add(node, new Position(number, 0)));
    }
}
