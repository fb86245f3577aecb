package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema says what the reader and the writer do. */
class FormatSchemaTest {
    private Schema schema;

    @BeforeEach
    void read() throws IOException {
        schema = schema(2);
    }

    private Schema schema(int version) throws IOException {
        try (var in = getClass().getResourceAsStream("/amalgam/schema/amalgam-" + version + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
    }

    private boolean allows(String text) {
        return schema.validate(text, InputFormat.JSON).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "every-value", "drawn", "run"})
    void allowsTheGoldenFiles(String name) throws IOException {
        assertThat(schema.validate(Golden.text(name), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "every-value"})
    void theOlderOneStillAllowsOlderFiles(String name) throws IOException {
        assertThat(schema(1).validate(Golden.text("schema-1/" + name), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void allowsTheSample() throws IOException {
        String sample = Files.readString(Path.of("samples/figure-3/figure-3.amalgam"));
        assertThat(schema.validate(sample, InputFormat.JSON)).isEmpty();
    }

    @Test
    void allowsWhateverIsWritten() {
        for (long seed = 0; seed < 100; seed++) {
            String text = AmalgamFile.print(new RandomAmalgamation(seed).graph());
            assertThat(schema.validate(text, InputFormat.JSON)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'nodes': {}}",
                "{'schema': 3, 'nodes': {}}",
                "{'schema': 2}",
                "{'schema': 2, 'nodes': {}, 'other': 1}",
                "{'schema': 2, 'nodes': {' a': {'kind': 'k'}}}",
                "{'schema': 2, 'nodes': {'a': {}}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k', 'colour': 1}}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k', 'mode': 'silent'}}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k', 'settings': {'s': null}}}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k', 'settings': {'s': {'path': 'p', 'sha256': 'AB'}}}}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k', 'settings': {'s': {'path': 'p', 'size': 3}}}}}",
                "{'schema': 2, 'nodes': {}, 'wires': ['a -> b']}",
                "{'schema': 2, 'nodes': {}, 'wires': [['a.b']]}",
                "{'schema': 2, 'nodes': {}, 'layout': {'a': [1]}}",
                "{'schema': 2, 'nodes': {}, 'layout': {'a': [1, '2']}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k'}}, 'looks': {'a': 1}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k'}}, 'looks': {'a': {'pinned': 1}}}",
                "{'schema': 2, 'nodes': {'a': {'kind': 'k'}}, 'looks': {'a': {'tint': 'Red'}}}",
                "{'schema': 2, 'nodes': {}, 'run': 'cuda'}",
                "{'schema': 2, 'nodes': {}, 'run': {'speed': 1}}",
                "{'schema': 2, 'nodes': {}, 'run': {'device': 1}}",
                "{'schema': 2, 'nodes': {}, 'run': {'device': 'cuda:x'}}",
                "{'schema': 2, 'nodes': {}, 'run': {'threads': -1}}",
                "{'schema': 2, 'nodes': {}, 'run': {'threads': 1025}}",
                "{'schema': 2, 'nodes': {}, 'run': {'threads': 1.5}}",
                "{'schema': 2, 'nodes': {}, 'run': {'optimisation': 'ALL'}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': 1}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n.': {'frame': '', 'at': [0, 0], 'size': [1, 1]}}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': {'at': [0, 0], 'size': [1, 1]}}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': {'frame': '', 'comment': '', 'at': [0, 0], 'size': [1,"
                        + " 1]}}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': {'frame': '', 'size': [1, 1]}}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': {'frame': '', 'at': [0, 0]}}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': {'frame': '', 'at': [0, 0], 'size': [1, 0]}}}",
                "{'schema': 2, 'nodes': {}, 'notes': {'n': {'comment': 1, 'at': [0, 0], 'size': [1, 1]}}}",
            })
    void refusesWhatTheReaderRefuses(String text) {
        String json = text.replace('\'', '"');
        assertThat(allows(json)).isFalse();
        assertThat(catchThrowable(() -> AmalgamFile.parse(json, "bad"))).isInstanceOf(ProjectException.class);
    }
}
