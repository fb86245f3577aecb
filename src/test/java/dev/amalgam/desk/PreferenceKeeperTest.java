package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.project.Preferences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceKeeperTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsChangedIsToldAndIsThereAtTheNextStart() {
        List<Preferences> told = new ArrayList<>();
        try (PreferenceKeeper keeper = new PreferenceKeeper(Optional.of(folder));
                Subscription _ = keeper.onChange(told::add)) {
            keeper.change(it -> it.withTextScale(120));
            keeper.change(it -> it.withTextScale(120));
            keeper.change(it -> it.withTheme("light"));
        }
        assertThat(told).extracting(Preferences::textScale).containsExactly(120, 120);
        try (PreferenceKeeper next = new PreferenceKeeper(Optional.of(folder))) {
            assertThat(next.now())
                    .isEqualTo(Preferences.STANDARD.withTextScale(120).withTheme("light"));
            assertThat(next.complaint()).isEmpty();
        }
    }

    @Test
    void withoutAFolderNothingIsKept() {
        try (PreferenceKeeper keeper = new PreferenceKeeper(Optional.empty())) {
            keeper.change(it -> it.withTheme("light"));
            assertThat(keeper.now().theme()).isEqualTo("light");
        }
        try (PreferenceKeeper next = new PreferenceKeeper(Optional.empty())) {
            assertThat(next.now()).isEqualTo(Preferences.STANDARD);
        }
    }
}
