package dev.amalgam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.LiveState;
import dev.amalgam.project.JsonText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code amalgam bench} prints. */
class BenchCommandTest {
    private static final String FIGURE = "samples/figure-3/figure-3.amalgam";

    private static final Designer NO_WINDOW = new Designer() {
        @Override
        public boolean hasDisplay() {
            return false;
        }

        @Override
        public void open(Optional<Path> file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LiveState snapshot(Path file, Map<String, Path> inputs, Path picture, Size size, Look look) {
            throw new UnsupportedOperationException();
        }
    };

    private static String bench(int exit, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = new String[options.length + 1];
        arguments[0] = "bench";
        System.arraycopy(options, 0, arguments, 1, options.length);
        assertThat(AmalgamCli.execute(NO_WINDOW, new PrintWriter(out), new PrintWriter(err), arguments))
                .as(err.toString())
                .isEqualTo(exit);
        return exit == Exit.DONE ? out.toString() : err.toString();
    }

    @Test
    void jsonHoldsNodesOperatorsAndWhatSharingSaves() throws Exception {
        Map<?, ?> json = (Map<?, ?>) JsonText.parse(bench(Exit.DONE, FIGURE, "--json"), "standard output");
        assertThat(json.get("model")).isEqualTo("figure-3.onnx");
        assertThat(json.get("runtime")).isEqualTo("ONNX Runtime 1.29.0");
        assertThat(((List<?>) json.get("nodes")).size()).isGreaterThan(8);
        assertThat(((List<?>) json.get("operators")).size()).isGreaterThan(5);
        Map<?, ?> sharing = (Map<?, ?>) json.get("sharing");
        assertThat(String.valueOf(sharing.get("says"))).startsWith("4 tasks with one bottom");
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThat(bench(Exit.FILE, "no-such.amalgam")).contains("no-such.amalgam");
    }
}
