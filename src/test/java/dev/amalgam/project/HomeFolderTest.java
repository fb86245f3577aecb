package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeFolderTest {
    private static final Path USER = Path.of("/home/ada");

    @Test
    void linuxHasItWhereTheXdgRulesSay() {
        assertThat(linux(Map.of())).isEqualTo(USER.resolve(".config/amalgam"));
        assertThat(linux(Map.of("XDG_CONFIG_HOME", "/etc/ada"))).isEqualTo(Path.of("/etc/ada/amalgam"));
        assertThat(linux(Map.of("XDG_CONFIG_HOME", "relative"))).isEqualTo(USER.resolve(".config/amalgam"));
        assertThat(linux(Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(USER.resolve(".config/amalgam"));
    }

    @Test
    void aMacHasItInTheLibrary() {
        assertThat(HomeFolder.of("Mac OS X", Map.of(), USER))
                .isEqualTo(USER.resolve("Library/Application Support/Amalgam"));
    }

    @Test
    void windowsHasItInTheRoamingFolder() {
        assertThat(HomeFolder.of("Windows 11", Map.of("APPDATA", "/c/roaming"), USER))
                .isEqualTo(Path.of("/c/roaming/Amalgam"));
        assertThat(HomeFolder.of("Windows 11", Map.of(), USER)).isEqualTo(USER.resolve("AppData/Roaming/Amalgam"));
    }

    private static Path linux(Map<String, String> environment) {
        return HomeFolder.of("Linux", environment, USER);
    }
}
