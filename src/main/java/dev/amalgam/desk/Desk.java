package dev.amalgam.desk;

import dev.amalgam.desk.Journals.Leftover;
import dev.amalgam.desk.explain.Explainer;
import dev.amalgam.desk.input.KeptPictures;
import dev.amalgam.desk.recipe.Workshop;
import dev.amalgam.export.Restoration;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.kind.Catalogue;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.Preferences;
import dev.amalgam.project.ProjectException;
import dev.amalgam.project.Sha256;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.run.channel.Scratch;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application without a screen: the kinds, the worker that runs models, and the workspaces opened at it. */
public final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Catalogue catalogue = BuiltInKinds.catalogue();
    private final DeskSettings settings;
    private final Scratch folder;
    private final Worker worker;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("desk").factory());
    private final RuntimeTypes types;
    private final Optional<Journals> journals;
    private final PreferenceKeeper preferences;

    private Desk(DeskSettings settings, Scratch folder) {
        this.settings = settings;
        this.folder = folder;
        this.preferences = new PreferenceKeeper(settings.home());
        this.worker = Worker.start(allowed(preferences.now()));
        this.types = new RuntimeTypes(worker, folder.path(), background);
        preferences.onChange(changed -> background.execute(() -> worker.use(allowed(changed))));
        this.journals = settings.home().flatMap(this::journals);
    }

    /** What the worker may use: what the person chose, and else what suits the machine. */
    private WorkerSettings allowed(Preferences preferences) {
        return DeskSettings.limited(settings.worker(), preferences.limits());
    }

    private Optional<Journals> journals(Path home) {
        Executor later = CompletableFuture.delayedExecutor(settings.autosave().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return Optional.of(Journals.in(home.resolve("journal"), later));
        } catch (IOException e) {
            LOG.error("Work that is not saved would not survive a crash: nothing can be kept in {}", home, e);
            return Optional.empty();
        }
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

    /** What keeps pictures that came from elsewhere than a file; where nothing is kept, until the desk is closed. */
    public KeptPictures pictures() {
        return new KeptPictures(settings.home().orElse(folder.path()).resolve("pictures"));
    }

    /** Where models are put for the worker; gone when the desk is closed. */
    Path folder() {
        return folder.path();
    }

    RuntimeTypes types() {
        return types;
    }

    /** Where recipes are made, measured and proved. */
    public Workshop workshop() {
        return new Workshop(types, types::await, worker, folder.path());
    }

    /**
     * Opens an amalgamation, or restores it from a model that was exported with its project; then it has no file yet. Problems
     * inside it are told by its document; only a file that is none is refused.
     *
     * @throws ProjectException where the file cannot be read, is no amalgamation and carries none
     */
    public Workspace open(Path file) throws ProjectException {
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            return restore(absolute);
        }
        Amalgamation graph = AmalgamFile.read(absolute);
        return new Workspace(this, graph, Optional.of(absolute), Optional.of(graph));
    }

    /** A new, empty amalgamation without a file. */
    public Workspace blank() {
        return new Workspace(this, Amalgamation.EMPTY, Optional.empty(), Optional.empty());
    }

    /** What is taken out of the model stays in the home folder, because the amalgamation refers to it from then on. */
    private Workspace restore(Path exported) throws ProjectException {
        try {
            Path shelf = settings.home().orElse(folder.path()).resolve("restored");
            String sha256 = Sha256.of(exported).hex();
            return new Workspace(this, Restoration.restore(exported, shelf.resolve(sha256.substring(0, 16))));
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectException(
                    "unreadable", String.valueOf(e.getMessage()), "Check that it is a model that was exported here");
        }
    }

    /** What the person likes, kept where the settings say. */
    public PreferenceKeeper preferences() {
        return preferences;
    }

    /** What keeps unsaved work; empty where nothing is kept. */
    public Optional<Journals> journals() {
        return journals;
    }

    /**
     * Opens what a crash left behind as it was then: beside its file, if it has one, and not saved yet. It is put aside again
     * before the leftover goes.
     */
    public Workspace recover(Leftover left) {
        Workspace workspace = new Workspace(
                this, left.kept().graph(), left.kept().file(), saved(left.kept().file()));
        workspace.keep();
        journals.ifPresent(kept -> kept.discard(left));
        return workspace;
    }

    private static Optional<Amalgamation> saved(Optional<Path> file) {
        try {
            return file.isPresent() ? Optional.of(AmalgamFile.read(file.get())) : Optional.empty();
        } catch (ProjectException e) {
            LOG.info("{} cannot be read any more; what was put aside of it is all there is", file, e);
            return Optional.empty();
        }
    }

    /** The types of a model's tensors as the runtime tells them; empty where it refuses the model. Waits for the answer. */
    public Map<String, TensorType> typesOf(OnnxModel model) {
        types.types(model);
        types.await();
        return types.types(model).orElse(Map.of());
    }

    /** Explains models. */
    public Explainer explainer() {
        return new Explainer(worker, folder.path());
    }

    /** Ends the worker and removes what was put aside for it. */
    @Override
    public void close() {
        background.shutdownNow();
        journals.ifPresent(Journals::close);
        preferences.close();
        worker.close();
        folder.close();
    }
}
