package dev.amalgam.project;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder where this person's programs keep their configuration, as each system has it. */
public final class HomeFolder {
    /** The system property that names another folder, for tests and for carrying everything on one stick. */
    public static final String PROPERTY = "amalgam.home";

    private HomeFolder() {}

    /** The folder of this program on this machine; it need not exist yet. */
    public static Path standard() {
        String other = System.getProperty(PROPERTY, "");
        return other.isBlank()
                ? of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")))
                : Path.of(other).toAbsolutePath();
    }

    /**
     * The folder on a machine.
     *
     * @param system its name, as {@code os.name} has it
     * @param environment its variables
     * @param user the person's own folder
     */
    static Path of(String system, Map<String, String> environment, Path user) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win") && !name.contains("darwin")) {
            return absolute(environment.get("APPDATA"))
                    .orElse(user.resolve("AppData").resolve("Roaming"))
                    .resolve("Amalgam");
        }
        if (name.contains("mac") || name.contains("darwin")) {
            return user.resolve("Library").resolve("Application Support").resolve("Amalgam");
        }
        return absolute(environment.get("XDG_CONFIG_HOME"))
                .orElse(user.resolve(".config"))
                .resolve("amalgam");
    }

    /** The XDG rules say that a relative path there is to be passed over. */
    private static Optional<Path> absolute(@Nullable String folder) {
        return Optional.ofNullable(folder)
                .filter(it -> !it.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
