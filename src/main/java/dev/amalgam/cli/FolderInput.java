package dev.amalgam.cli;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.Problem;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.KindException;
import dev.amalgam.project.ProjectException;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a folder as the values of one input, one after another in the order of their names. */
final class FolderInput implements Iterator<Map<NodeId, Tensor>> {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final String NUMPY = "npy";

    private record Frame(Path file, Map<NodeId, Tensor> given) {}

    private final Iterator<Path> files;
    private final Inputs.Input input;
    private final Map<NodeId, Tensor> others;
    private final BiConsumer<Path, Problem> unreadable;
    /** The files that were handed out and not answered. */
    private final Queue<Path> waiting = new ArrayDeque<>();

    private @Nullable Frame next;

    /**
     * @param others the values of the other inputs, the same for each file
     * @param unreadable hears of files that cannot be read, which are left out
     * @throws Failure where there is no file of the right kind
     */
    FolderInput(Path folder, Inputs.Input input, Map<NodeId, Tensor> others, BiConsumer<Path, Problem> unreadable)
            throws Failure, IOException {
        this.files = files(folder, input).iterator();
        this.input = input;
        this.others = Map.copyOf(others);
        this.unreadable = unreadable;
    }

    private static List<Path> files(Path folder, Inputs.Input input) throws Failure, IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> isFor(input, file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                String what = input.picture() ? "picture (PNG, JPEG, GIF, BMP) and no .npy file" : ".npy file";
                throw new Failure(Exit.FILE, "There is no " + what + " in '" + folder + "'. Choose another folder.");
            }
            return files;
        }
    }

    private static boolean isFor(Inputs.Input input, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return !name.startsWith(".") && (ending.equals(NUMPY) || input.picture() && PICTURES.contains(ending));
    }

    @Override
    public boolean hasNext() {
        while (next == null && files.hasNext()) {
            next = read(files.next());
        }
        return next != null;
    }

    /** The values of all inputs for the next file, which stays the next. */
    Map<NodeId, Tensor> peek() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return requireNonNull(next).given();
    }

    @Override
    public Map<NodeId, Tensor> next() {
        Map<NodeId, Tensor> given = peek();
        waiting.add(requireNonNull(next).file());
        next = null;
        return given;
    }

    /** The first file that was handed out, which is answered now. */
    Path answered() {
        return waiting.remove();
    }

    private @Nullable Frame read(Path file) {
        try {
            Map<NodeId, Tensor> given = new HashMap<>(others);
            given.put(input.node(), input.read(file));
            return new Frame(file, given);
        } catch (KindException e) {
            unreadable.accept(file, problem(e.code(), e.getMessage(), e.remedy()));
        } catch (ProjectException e) {
            unreadable.accept(file, problem(e.code(), e.getMessage(), e.remedy()));
        }
        return null;
    }

    private Problem problem(String code, String message, String remedy) {
        return Problem.error(code, input.node(), "", message, remedy);
    }
}
