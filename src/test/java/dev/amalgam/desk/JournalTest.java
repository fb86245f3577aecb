package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Node;
import dev.amalgam.project.AmalgamFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put aside and when; the time that passes is a queue that the test empties. */
class JournalTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @TempDir
    private Path folder;

    @Test
    void nothingIsPutAsideBeforeItsTime() throws Exception {
        try (Journals journals = journals()) {
            Document document = Typist.document();
            journals.follow(document, Optional::empty);
            Typist.type(document, 1);
            assertThat(entries()).isEmpty();
            assertThat(waiting).as("one write for all changes till then").hasSize(1);
            Typist.type(document, 2);
            assertThat(waiting).hasSize(1);
            timePasses();
            assertThat(entries()).hasSize(1);
        }
    }

    @Test
    void aChangeAfterAWriteIsWrittenToo() throws Exception {
        Document document = Typist.document();
        Journals crashed = journals();
        crashed.follow(document, Optional::empty);
        Typist.type(document, 1);
        timePasses();
        Typist.type(document, 2);
        timePasses();
        crashed.close();
        try (Journals next = journals()) {
            assertThat(next.leftovers())
                    .singleElement()
                    .extracting(left -> left.kept().graph())
                    .isEqualTo(document.state().graph());
        }
    }

    @Test
    void whatIsTakenBackIsNotKept() throws Exception {
        try (Journals journals = journals()) {
            Document document = Typist.document();
            journals.follow(document, Optional::empty);
            Typist.type(document, 1);
            timePasses();
            document.undo();
            timePasses();
            assertThat(entries()).isEmpty();
        }
    }

    @Test
    void savingRemovesIt() throws Exception {
        try (Journals journals = journals()) {
            Document document = Typist.document();
            Journal journal = journals.follow(document, Optional::empty);
            Typist.type(document, 1);
            timePasses();
            document.markSaved(document.state().graph());
            journal.write();
            assertThat(entries()).isEmpty();
        }
    }

    @Test
    void aDocumentThatIsClosedLeavesNothing() throws Exception {
        try (Journals journals = journals()) {
            Document document = Typist.document();
            Journal journal = journals.follow(document, Optional::empty);
            Typist.type(document, 1);
            timePasses();
            Typist.type(document, 2);
            journal.close();
            timePasses();
            assertThat(entries()).isEmpty();
        }
        assertThat(content(folder)).as("the run's own folder went too").hasSize(1);
    }

    @Test
    void whatARunningProgramPutsAsideIsNotOffered() throws Exception {
        try (Journals running = journals()) {
            Document document = Typist.document();
            running.follow(document, Optional::empty);
            Typist.type(document, 1);
            timePasses();
            try (Journals other = journals()) {
                assertThat(other.leftovers()).isEmpty();
            }
        }
    }

    @Test
    void whatIsOfferedOnceIsOfferedToNobodyElseMeanwhile() throws Exception {
        leaveOne();
        try (Journals first = journals();
                Journals second = journals()) {
            assertThat(first.leftovers()).hasSize(1);
            assertThat(second.leftovers()).isEmpty();
        }
        try (Journals later = journals()) {
            assertThat(later.leftovers()).as("nobody took it").hasSize(1);
        }
    }

    @Test
    void whatIsDiscardedIsGone() throws Exception {
        leaveOne();
        try (Journals journals = journals()) {
            Leftover left = journals.leftovers().getFirst();
            journals.discard(left);
            assertThat(journals.leftovers()).isEmpty();
        }
        try (Journals later = journals()) {
            assertThat(later.leftovers()).isEmpty();
        }
        assertThat(content(folder)).hasSize(1);
    }

    @Test
    void whatCannotBeReadStaysAndTheRestIsOffered() throws Exception {
        leaveOne();
        Path damaged = Files.writeString(entries().getFirst().resolveSibling("damaged.journal"), "2026");
        try (Journals journals = journals()) {
            assertThat(journals.leftovers()).hasSize(1);
            journals.discard(journals.leftovers().getFirst());
        }
        assertThat(damaged).exists();
    }

    @Test
    void itTellsWhereItCannotPutAside() throws Exception {
        try (Journals journals = journals()) {
            List<Exception> troubles = new ArrayList<>();
            journals.onTrouble(troubles::add);
            Document document = Typist.document();
            journals.follow(document, Optional::empty);
            Typist.type(document, 1);
            for (Path run : content(folder)) {
                if (Files.isDirectory(run)) {
                    Files.delete(run.resolve("lock"));
                    Files.delete(run);
                }
            }
            timePasses();
            assertThat(troubles).singleElement().asString().contains("There is no folder");
        }
    }

    @Test
    void afterACrashTheDeskOpensItAgainWhereItWas() throws Exception {
        Path file = folder.resolve("mine.amalgam");
        Amalgamation unsaved;
        try (Journals crashed = journals()) {
            Document document = Typist.document();
            crashed.follow(document, () -> Optional.of(file));
            Typist.type(document, 1);
            AmalgamFile.write(file, document.state().graph());
            Typist.type(document, 2);
            timePasses();
            unsaved = document.state().graph();
        }
        DeskSettings settings = DeskSettings.standard().withHome(folder.resolve("home"));
        try (Desk desk = Desk.start(settings)) {
            Journals kept = desk.journals().orElseThrow();
            Leftover left = kept.leftovers().getFirst();
            try (Workspace workspace = desk.recover(left)) {
                assertThat(kept.leftovers()).isEmpty();
                assertThat(workspace.file()).contains(file);
                assertThat(workspace.document().state().graph()).isEqualTo(unsaved);
                assertThat(workspace.document().state().isModified()).isTrue();
                assertThat(entries())
                        .as("it is put aside again before anybody edits")
                        .hasSize(1);
                workspace.save();
                assertThat(entries()).isEmpty();
            }
        }
        assertThat(AmalgamFile.read(file).nodes())
                .extracting(Node::id)
                .containsExactlyElementsOf(
                        unsaved.nodes().stream().map(Node::id).toList());
    }

    private void leaveOne() throws Exception {
        try (Journals crashed = journals()) {
            Document document = Typist.document();
            crashed.follow(document, Optional::empty);
            Typist.type(document, 1);
            timePasses();
        }
    }

    private Journals journals() throws Exception {
        return Journals.in(folder.resolve("home/journal"), waiting::add);
    }

    private void timePasses() {
        for (Runnable due = waiting.poll(); due != null; due = waiting.poll()) {
            due.run();
        }
    }

    private List<Path> entries() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".journal")).toList();
        }
    }

    /** What is in the folder of all journals. */
    private static List<Path> content(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("home/journal"))) {
            return files.toList();
        }
    }
}
