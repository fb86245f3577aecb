package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceFileTest {
    @TempDir
    private Path folder;

    private PreferenceFile file;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = new PreferenceFile(folder.resolve("amalgam"));
    }

    @Test
    void atFirstEverythingIsStandard() {
        assertThat(file.load()).isEqualTo(new PreferenceFile.Loaded(Preferences.STANDARD, Optional.empty()));
    }

    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        Preferences mine = Preferences.STANDARD
                .withTheme("light")
                .withTextScale(150)
                .withLanguage(Optional.of("de"))
                .withKeys(new TreeMap<>(Map.of("edit.undo", List.of("Shortcut+U", "F9"), "edit.redo", List.of())))
                .withCommand("view.fit")
                .withRecent(folder.resolve("a \"b\" ü.amalgam"))
                .withSession(List.of(folder.resolve("one.amalgam"), folder.resolve("two.amalgam")))
                .withLimits(new RuntimeLimits(OptionalInt.of(512), OptionalInt.of(30)))
                .withTourSeen();
        file.save(mine);
        assertThat(file.load()).isEqualTo(new PreferenceFile.Loaded(mine, Optional.empty()));
    }

    @Test
    void whatIsLeftOutIsStandardAndWhatALaterProgramAddedIsPassedOver() throws Exception {
        write("{\"theme\": \"light\", \"hologram\": {\"depth\": 3}}");
        assertThat(file.load())
                .isEqualTo(new PreferenceFile.Loaded(Preferences.STANDARD.withTheme("light"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{\"theme\": 3}",
                "{\"textScale\": \"big\"}",
                "{\"keys\": {\"edit.undo\": \"Z\"}}",
                "{\"recent\": [7]}",
                "{\"tourSeen\": \"yes\"}"
            })
    void aDamagedFileIsPutAsideAndSaidSo(String text) throws Exception {
        write(text);
        PreferenceFile.Loaded loaded = file.load();
        assertThat(loaded.preferences()).isEqualTo(Preferences.STANDARD);
        assertThat(loaded.complaint().orElseThrow())
                .startsWith("Your preferences cannot be read")
                .contains("preferences.damaged.json")
                .endsWith(".");
        assertThat(folder.resolve("amalgam/preferences.damaged.json")).hasContent(text);
        assertThat(folder.resolve("amalgam/preferences.json")).doesNotExist();
    }

    @Test
    void textStaysWithinItsLimits() {
        assertThat(Preferences.STANDARD.withTextScale(20).textScale()).isEqualTo(80);
        assertThat(Preferences.STANDARD.withTextScale(900).textScale()).isEqualTo(200);
    }

    @Test
    void theNewestFilesComeFirstOnceEachAndNoMoreThanFit() {
        Preferences used = Preferences.STANDARD;
        for (int i = 0; i < 20; i++) {
            used = used.withRecent(Path.of("file " + i));
        }
        used = used.withRecent(Path.of("file 15"));
        assertThat(used.recent())
                .hasSize(Preferences.MOST_RECENT)
                .startsWith(Path.of("file 15"), Path.of("file 19"))
                .doesNotHaveDuplicates();
        assertThat(used.withoutRecent(Path.of("file 15")).recent()).doesNotContain(Path.of("file 15"));
    }

    @Test
    void aFolderThatCannotBeIsSaid() throws Exception {
        Files.writeString(folder.resolve("amalgam"), "in the way");
        assertThatThrownBy(() -> file.save(Preferences.STANDARD))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("amalgam");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("amalgam"));
        Files.writeString(folder.resolve("amalgam/preferences.json"), text);
    }
}
