package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.desk.LiveState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the designer's window with its results, without a display. */
@Command(
        name = "snapshot",
        description = "Draw the designer's window with its results to a PNG.",
        mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    private enum Theme {
        dark,
        light,
        contrast
    }

    private final Designer designer;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the amalgamation")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "PNG",
            description = "the picture to write")
    private @Nullable Path picture;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1440x900",
            description = "of the window (${DEFAULT-VALUE})")
    private String size = "1440x900";

    @Option(
            names = "--scale",
            paramLabel = "1|2",
            defaultValue = "1",
            description = "pixels for each point (${DEFAULT-VALUE})")
    private int scale = 1;

    @Option(
            names = "--theme",
            paramLabel = "dark|light|contrast",
            defaultValue = "dark",
            description = "${DEFAULT-VALUE} by default")
    private Theme theme = Theme.dark;

    private enum Language {
        en,
        de
    }

    @Option(
            names = "--language",
            paramLabel = "en|de",
            defaultValue = "en",
            description = "${DEFAULT-VALUE} by default")
    private Language language = Language.en;

    @Option(
            names = "--text",
            paramLabel = "PERCENT",
            defaultValue = "100",
            description = "size of everything that is read, 80 to 200 (${DEFAULT-VALUE})")
    private int text = 100;

    @Option(names = "--in", paramLabel = "NAME=PATH", description = "another file for an input")
    private Map<String, Path> inputs = new LinkedHashMap<>();

    SnapshotCommand(Designer designer) {
        this.designer = designer;
    }

    @Override
    public Integer call() throws Exception {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches() || scale < 1 || scale > 2) {
            throw new Failure(Exit.USAGE, "The size is width x height such as 1440x900, and the scale 1 or 2.");
        }
        if (text < 80 || text > 200) {
            throw new Failure(Exit.USAGE, "The text is 80 to 200 percent of its usual size.");
        }
        Designer.Size drawn =
                new Designer.Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), scale);
        try {
            LiveState state = designer.snapshot(
                    requireNonNull(file),
                    inputs,
                    requireNonNull(picture),
                    drawn,
                    new Designer.Look(theme.name(), language.name(), text));
            if (state.phase() != LiveState.Phase.DONE) {
                requireNonNull(spec)
                        .commandLine()
                        .getErr()
                        .println("Drawn as it is: " + Lines.sentence(state.message()));
            }
            return Exit.DONE;
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, Lines.sentence(String.valueOf(e.getMessage())));
        }
    }
}
