package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window begins with. */
class OpenedTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void startDesk() throws Exception {
        desk = Desk.start(DeskSettings.standard());
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    @Test
    void theTabsAreThoseOfLastTimeAndSoIsTheOneThatIsShown() throws Exception {
        Path first = saved("first");
        Path second = saved("second");
        Path gone = folder.resolve("gone.amalgam");
        desk.preferences().change(it -> it.withSession(List.of(first, second, gone)));
        desk.preferences().change(it -> it.withRecent(first).withRecent(second).withRecent(gone));
        expect(Opened.of(desk, Optional.empty()), Optional.empty(), second, first, second);
    }

    @Test
    void aFileThatIsAskedForIsShownBesideThem() throws Exception {
        Path before = saved("before");
        Path asked = saved("asked");
        desk.preferences().change(it -> it.withSession(List.of(before)).withRecent(before));
        expect(Opened.of(desk, Optional.of(asked)), Optional.of(asked), asked, before, asked);
    }

    private void expect(Opened opened, Optional<Path> asked, Path shown, Path... tabs) {
        assertThat(opened.workspaces())
                .extracting(it -> it.file().orElseThrow())
                .containsExactly(tabs);
        assertThat(opened.shown(asked, desk.preferences().now()).file()).contains(shown);
        opened.workspaces().forEach(Workspace::close);
    }

    private Path saved(String name) throws Exception {
        Path file = folder.resolve(name + ".amalgam");
        try (Workspace workspace = desk.blank()) {
            workspace.saveAs(file);
        }
        return file;
    }
}
