package dev.amalgam.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentStoreTest {
    private static final Path SAMPLE = Path.of("samples/figure-3");
    private static final String CAT_SHA256 = "77af778b51abd4a3c51c5ddd97204a9c3ae614ebccb75a606c3b6865aed6744e";

    @TempDir
    Path home;

    private Path folder;
    private ComponentStore store;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectories(home.resolve("project"));
        Files.writeString(folder.resolve("cat.txt"), "cat");
        store = new ComponentStore(Optional.of(folder), ModelTypes.FROM_FILE);
    }

    private static KindException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(KindException.class, call);
    }

    @Test
    void opensEachKindOfFile() throws Exception {
        Npy.write(folder.resolve("gallery.npy"), Tensor.scalar(3f));
        assertThat(store.labels(FileRef.unseen("cat.txt"))).containsExactly("cat");
        assertThat(store.tensor(FileRef.unseen("gallery.npy"))).isEqualTo(Tensor.scalar(3f));
        assertThat(store.path(FileRef.unseen("cat.txt"))).isEqualTo(folder.resolve("cat.txt"));
        assertThat(store.sha256(FileRef.unseen("cat.txt"))).isEqualTo(CAT_SHA256);
    }

    @Test
    void opensAModelOnceAsLongAsItsFileStaysTheSame() throws Exception {
        Path copy = folder.resolve("model.onnx");
        Files.copy(SAMPLE.resolve("models/mobilenet-v1.onnx"), copy);
        FileRef ref = FileRef.unseen("model.onnx");
        var model = store.model(ref);
        assertThat(store.model(ref)).isSameAs(model);
        Files.delete(copy);
        Files.copy(SAMPLE.resolve("models/mobilenet-v1.onnx"), copy);
        Files.write(copy, new byte[] {(byte) 0xa2, 6, 0}, StandardOpenOption.APPEND); // An empty metadata entry.
        assertThat(store.model(ref)).isNotSameAs(model);
    }

    @Test
    void whatTheRuntimeKnowsGoesBeforeWhatTheFileSays() throws Exception {
        FileRef model = FileRef.unseen("models/mobilenet-v1.onnx");
        TensorType known = TensorType.parse("float32[N,1024,7,7]");
        ModelTypes runtime = it -> Optional.of(Map.of("conv_pw_13_relu", known));
        var fromFile = new ComponentStore(Optional.of(SAMPLE), ModelTypes.FROM_FILE).types(model);
        var fromRuntime = new ComponentStore(Optional.of(SAMPLE), runtime).types(model);
        assertThat(fromFile).containsKeys("image", "probabilities").doesNotContainEntry("conv_pw_13_relu", known);
        assertThat(fromRuntime).containsEntry("conv_pw_13_relu", known).containsAllEntriesOf(fromFile);
    }

    @Test
    void seesThatAFileChanged() throws Exception {
        FileRef ref = FileRef.unseen("cat.txt");
        assertThat(store.labels(ref)).containsExactly("cat");
        Files.writeString(folder.resolve("cat.txt"), "cat\ndog");
        assertThat(store.labels(ref)).containsExactly("cat", "dog");
        assertThat(store.sha256(ref)).isNotEqualTo(CAT_SHA256);
    }

    @Test
    void refusesAFileThatIsNotTheOneSavedAndTakesItOnceTold() throws Exception {
        FileRef saved = new FileRef("cat.txt", CAT_SHA256, "");
        assertThat(store.labels(saved)).containsExactly("cat");
        Files.writeString(folder.resolve("cat.txt"), "dog");
        var refused = refusal(() -> store.path(saved));
        assertThat(refused.code()).isEqualTo("hash-mismatch");
        assertThat(refused).hasMessageContaining(CAT_SHA256).hasMessageContaining(store.sha256(saved));
        assertThat(store.labels(store.asItIsNow(saved))).containsExactly("dog");
    }

    @Test
    void namesTheNearestNameWhereAFileIsMissing() {
        var missing = refusal(() -> store.labels(FileRef.unseen("cta.txt")));
        assertThat(missing.code()).isEqualTo("missing-file");
        assertThat(missing).hasMessageContaining("cta.txt");
        assertThat(missing.remedy()).isEqualTo("The nearest name there is 'cat.txt'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "sub/../../secret.txt", "link.txt", "linked/secret.txt"})
    void aRelativePathStaysInsideTheFolder(String path) throws IOException {
        Files.writeString(home.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("link.txt"), home.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("linked"), home);
        var refused = refusal(() -> store.labels(FileRef.unseen(path)));
        assertThat(refused.code()).isEqualTo("bad-file");
        assertThat(refused).hasMessageContaining("leads out of the folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//server/share/labels.txt", "\\\\server\\share\\labels.txt", "a\0b", "."})
    void refusesOtherMachinesAndWhatIsNoFile(String path) {
        assertThat(refusal(() -> store.labels(FileRef.unseen(path))).code()).isEqualTo("bad-file");
    }

    @Test
    void saysWhyAFileIsNotWhatItShouldBe() {
        assertThat(refusal(() -> store.model(FileRef.unseen("cat.txt"))).code()).isEqualTo("bad-file");
        assertThat(refusal(() -> store.tensor(FileRef.unseen("cat.txt"))))
                .hasMessageContaining("does not begin as a NumPy file does");
    }

    @Test
    void anUnsavedAmalgamationHasFilesByAbsolutePathOnly() throws Exception {
        var unsaved = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
        Path cat = folder.resolve("cat.txt");
        assertThat(unsaved.labels(FileRef.unseen(cat.toString()))).containsExactly("cat");
        assertThat(refusal(() -> unsaved.labels(FileRef.unseen("cat.txt"))).remedy())
                .startsWith("Save the amalgamation first");
    }

    @Test
    void lockingMakesPathsRelativeAndFillsInHashes() throws IOException {
        Path outside = Files.writeString(home.resolve("outside.txt"), "cat");
        var unsaved = new ComponentStore(Optional.empty(), ModelTypes.FROM_FILE);
        Amalgamation locked =
                unsaved.lock(files(folder.resolve("cat.txt").toString(), outside.toString(), "missing.txt"), folder);
        assertThat(locked.node(new NodeId("a")).orElseThrow().settings().get("files"))
                .contains(Golden.items(
                        new FileRef("cat.txt", CAT_SHA256, ""),
                        new FileRef(outside.toString(), CAT_SHA256, ""),
                        FileRef.unseen("missing.txt")));
        assertThat(store.lock(locked, folder)).isEqualTo(locked);
    }

    @Test
    void lockingForAnotherFolderKeepsTheFilesFound() throws Exception {
        Path other = Files.createDirectories(folder.resolve("deeper"));
        Files.writeString(other.resolve("dog.txt"), "dog");
        Amalgamation moved = store.lock(files("cat.txt", "deeper/dog.txt"), other);
        Value.Items files = (Value.Items) moved.node(new NodeId("a"))
                .orElseThrow()
                .settings()
                .get("files")
                .orElseThrow();
        List<String> paths =
                files.items().stream().map(file -> ((FileRef) file).path()).toList();
        assertThat(paths).containsExactly(folder.resolve("cat.txt").toString(), "dog.txt");
        var there = new ComponentStore(Optional.of(other), ModelTypes.FROM_FILE);
        assertThat(there.labels((FileRef) files.items().getFirst())).containsExactly("cat");
    }

    @Test
    void lockingDoesNotTouchAHashThatNoLongerFits() throws IOException {
        Files.writeString(folder.resolve("cat.txt"), "dog");
        Amalgamation graph = Golden.after(
                Amalgamation.EMPTY, Golden.add("a", "k", Map.of("file", new FileRef("cat.txt", CAT_SHA256, "")), 0, 0));
        assertThat(store.lock(graph, folder)).isEqualTo(graph);
    }

    private static Amalgamation files(String... paths) {
        Value[] refs = java.util.Arrays.stream(paths).map(FileRef::unseen).toArray(Value[]::new);
        return Golden.after(Amalgamation.EMPTY, Golden.add("a", "k", Map.of("files", Golden.items(refs)), 0, 0));
    }
}
