package dev.amalgam.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ModelTypes;
import dev.amalgam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that cannot stand in one file: which, where, why, and what can be done. */
class RefusedJoinTest {
    @TempDir
    private Path folder;

    @Test
    void anOperatorThatCannotBeAlignedIsNamedWithItsNodeAndWithWhoNeedsMore() throws Exception {
        ModelMaker.opset(11)
                .input("x", "float32[1,3,8,8]")
                .weight("roi", Tensor.floats(new long[] {0}))
                .weight("scales", Tensor.floats(new long[] {4}, 1, 1, 2, 2))
                .node(ModelMaker.wire("Resize", "x roi scales -> y")
                        .setName("enlarge")
                        .addAllAttribute(Attributes.of("coordinate_transformation_mode", "tf_half_pixel_for_nn")
                                .protos())
                        .build())
                .output("y", "float32[1,3,16,16]")
                .make()
                .write(folder.resolve("old.onnx"));
        ModelMaker.opset(18)
                .input("a", "float32[1,3,16,16]")
                .weight("axes", Tensor.longs(new long[] {1}, 1))
                .node(ModelMaker.wire("ReduceMax", "a axes -> b")
                        .setName("most")
                        .build())
                .output("b", "float32[1,1,16,16]")
                .make()
                .write(folder.resolve("new.onnx"));
        Problem problem = refusal("""
            {"schema": 2, "nodes": {
              "photo": {"kind": "noise", "settings": {"shape": [1, 3, 8, 8]}},
              "bottom": {"kind": "onnx", "settings": {"model": {"path": "old.onnx"}}},
              "head": {"kind": "onnx", "settings": {"model": {"path": "new.onnx"}}},
              "out": {"kind": "output"}},
             "wires": ["photo.noise -> bottom.x", "bottom.y -> head.a", "head.b -> out.value"], "layout": {}}
            """);
        assertThat(problem.code()).isEqualTo("cannot-join");
        assertThat(problem.node()).contains(new NodeId("bottom"));
        assertThat(problem.message())
                .contains("operator Resize (bottom/enlarge)", "old.onnx", "operator set 11", "18")
                .contains("operator ReduceMax (head/most)", "new.onnx", "Export that model again");
        assertThat(problem.remedy()).contains("cut the model before that operator", "recipe", "older operator set");
    }

    private static final String TWO = """
        {"schema": 2, "nodes": {
          "photo": {"kind": "image"},
          "bottom": {"kind": "onnx", "settings": {"model": {"path": "one.onnx"}}},
          "other": {"kind": "onnx", "settings": {"model": {"path": "two.onnx"}}},
          "first": {"kind": "output"}, "second": {"kind": "output"}},
         "wires": ["photo.image -> bottom.x", "bottom.y -> first.value",
                   "photo.image -> other.x", "other.y -> second.value"], "layout": {}}
        """;

    private void model(String file, String sizes) throws Exception {
        ModelMaker.opset(18)
                .input("x", "uint8[" + sizes + "]")
                .node("Identity", "x -> y")
                .output("y", "uint8[" + sizes + "]")
                .make()
                .write(folder.resolve(file));
    }

    @Test
    void sizesThatDisagreeAreExplainedFromBothSides() throws Exception {
        model("one.onnx", "224,224,3");
        model("two.onnx", "299,W,3");
        Problem problem = typing(TWO).problems().getFirst();
        assertThat(problem.code()).isEqualTo("sizes-disagree");
        assertThat(problem.isError()).isTrue();
        assertThat(problem.node()).contains(new NodeId("other"));
        assertThat(problem.message())
                .contains("'height' of 'photo' is 224 for the input 'x' of 'bottom' (one.onnx)")
                .contains("'height' of 'photo' is 299 for the input 'x' of 'other' (two.onnx)")
                .doesNotContain("width");
    }

    @Test
    void sizesThatFollowFromOneAnotherDisagreeToo() throws Exception {
        model("one.onnx", "S,S,3");
        model("two.onnx", "224,299,3");
        assertThat(typing(TWO).problems().getFirst().message())
                .contains("'height' of 'photo' is", "for the input 'x' of 'bottom' (one.onnx)")
                .contains("is 224 for", "is 299 for");
    }

    @Test
    void whatOneComponentNeedsIsWhatTheWholeTakes() throws Exception {
        model("one.onnx", "S,S,3");
        model("two.onnx", "224,W,3");
        OnnxModel whole = new Regions(typing(TWO)).joined("g", Form.INLINED).model();
        assertThat(whole.inspect().inputs())
                .singleElement()
                .satisfies(input -> assertThat(input.typeText()).isEqualTo("uint8[224,224,3]"));
        assertThat(whole.inspect().outputs())
                .extracting(Inspection.Value::typeText)
                .containsOnly("uint8[224,224,3]");
    }

    private Typing typing(String text) throws Exception {
        return Typing.of(
                AmalgamFile.parse(text, "it"),
                BuiltInKinds.catalogue(),
                new ComponentStore(Optional.of(folder), ModelTypes.FROM_FILE));
    }

    private Problem refusal(String text) throws Exception {
        Typing typing = typing(text);
        assertThat(typing.problems()).isEmpty();
        return catchThrowableOfType(LoweringException.class, () -> new Regions(typing).joined("g", Form.INLINED))
                .problem();
    }
}
