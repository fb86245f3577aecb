package dev.amalgam.ui;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the samples that come with the program are. */
public final class Samples {
    private static final Path FIGURE_3 = Path.of("samples", "figure-3", "figure-3.amalgam");

    private Samples() {}

    /** The general amalgamation, beside the installed program or below the folder that a developer works in. */
    public static Optional<Path> figure3() {
        return Stream.concat(besideProgram().stream(), Stream.of(Path.of("")))
                .map(folder -> folder.resolve(FIGURE_3).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** {@code app} for {@code app/lib/amalgam.jar}. */
    private static Optional<Path> besideProgram() {
        try {
            Path code = Path.of(Samples.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(
                    Objects.requireNonNullElse(code.getParent(), code).getParent());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
