package dev.amalgam.desk;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.Worker;
import dev.amalgam.run.channel.Scratch;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The application without a screen: the kinds, the worker that runs models, and the workspaces opened at it. */
public final class Desk implements AutoCloseable {
    private final Catalogue catalogue = BuiltInKinds.catalogue();
    private final DeskSettings settings;
    private final Scratch folder;
    private final Worker worker;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("desk").factory());
    private final RuntimeTypes types;

    private Desk(DeskSettings settings, Scratch folder) {
        this.settings = settings;
        this.folder = folder;
        this.worker = Worker.start(settings.worker());
        this.types = new RuntimeTypes(worker, folder.path(), background);
    }

    /**
     * Starts; the worker gets ready in the background.
     *
     * @throws UncheckedIOException where there is no room for temporary files
     */
    public static Desk start(DeskSettings settings) {
        try {
            return new Desk(settings, Scratch.createOnDisk());
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for temporary files can be made", e);
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The process that runs models. */
    public Worker worker() {
        return worker;
    }

    public DeskSettings settings() {
        return settings;
    }

    /** Where models are put for the worker; gone when the desk is closed. */
    Path folder() {
        return folder.path();
    }

    RuntimeTypes types() {
        return types;
    }

    /**
     * Opens an amalgamation. Problems inside it are told by its document; only a file that is none is refused.
     *
     * @throws ProjectException where the file cannot be read or is no amalgamation
     */
    public Workspace open(Path file) throws ProjectException {
        Path absolute = file.toAbsolutePath().normalize();
        return new Workspace(this, AmalgamFile.read(absolute), Optional.of(absolute));
    }

    /** A new, empty amalgamation without a file. */
    public Workspace blank() {
        return new Workspace(this, Amalgamation.EMPTY, Optional.empty());
    }

    /** The types of a model's tensors as the runtime tells them; empty where it refuses the model. Waits for the answer. */
    public Map<String, TensorType> typesOf(OnnxModel model) {
        types.types(model);
        types.await();
        return types.types(model).orElse(Map.of());
    }

    /** Ends the worker and removes what was put aside for it. */
    @Override
    public void close() {
        background.shutdownNow();
        worker.close();
        folder.close();
    }
}
