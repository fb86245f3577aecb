package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
    /** Its place in the line behind the program's name, by proc(5): the niceness is field 19 and the name field 2. */
    private static final int NICENESS = 19 - 3;

    private static final int LEAST_PRIORITY = 19;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @EnabledOnOs(OS.LINUX)
    void onlyAWorkerThatYieldsHasALowerPriority(boolean yields) throws Exception {
        assumeThat(Launch.NICE).isExecutable();
        try (Worker worker = Worker.start(WorkerSettings.defaults().withYields(yields))) {
            int usual = niceness(ProcessHandle.current().pid());
            int expected = yields ? Math.min(LEAST_PRIORITY, usual + Launch.NICENESS) : usual;
            assertThat(niceness(worker.info().pid())).isEqualTo(expected);
        }
    }

    private static int niceness(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String behindName = line.substring(line.lastIndexOf(')') + 2);
        return Integer.parseInt(behindName.split(" ")[NICENESS]);
    }
}
