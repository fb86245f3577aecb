package dev.amalgam.desk;

import static java.util.Objects.requireNonNull;

import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.cost.Bench;
import dev.amalgam.desk.cost.CostBook;
import dev.amalgam.desk.cost.Subject;
import dev.amalgam.desk.input.KeptPictures;
import dev.amalgam.desk.input.LiveInputs;
import dev.amalgam.desk.inside.Probe;
import dev.amalgam.desk.merge.Merging;
import dev.amalgam.desk.numerics.OriginSearch;
import dev.amalgam.desk.recipe.Workshop;
import dev.amalgam.export.Restored;
import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.project.AmalgamFile;
import dev.amalgam.project.ComponentStore;
import dev.amalgam.project.ProjectException;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Stop;
import dev.amalgam.run.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One open amalgamation: its document, its files, and its live results. */
public final class Workspace implements AutoCloseable {
    private final Desk desk;
    private final Optional<Restored> restored;
    private volatile ComponentStore components;
    private final Document document;
    private final Engine engine;
    private final LiveInputs inputs = new LiveInputs();
    private final Subscription arrivals;
    private final Optional<Journal> journal;
    private volatile Optional<Path> file;
    private final LazyLive live = new LazyLive();
    private final CostBook costs;

    private final class LazyLive {
        private @Nullable LiveSession session;
        private @Nullable Playback playback;
        private @Nullable SeenEmbeddings seen;
        private @Nullable AsShipped asShipped;

        synchronized LiveSession get() {
            if (session == null) {
                session = new LiveSession(
                        document,
                        inputs,
                        engine,
                        desk.worker(),
                        desk.settings().run(),
                        desk.types()::await,
                        CompletableFuture.delayedExecutor(
                                desk.settings().debounce().toMillis(), TimeUnit.MILLISECONDS));
                seen = new SeenEmbeddings(document, inputs, session);
            }
            return session;
        }

        synchronized Playback playback() {
            if (playback == null) {
                playback = new Playback(
                        document,
                        inputs,
                        engine,
                        get(),
                        desk.settings().run(),
                        Workspace.this::name,
                        desk.types()::await,
                        desk.settings().showEvery());
            }
            return playback;
        }

        synchronized SeenEmbeddings seen() {
            get();
            return requireNonNull(seen);
        }

        synchronized AsShipped asShipped() {
            if (asShipped == null) {
                asShipped = new AsShipped(
                        document,
                        inputs,
                        engine,
                        get(),
                        desk.settings().run(),
                        Workspace.this::name,
                        desk.types()::await);
            }
            return asShipped;
        }

        synchronized void close() {
            if (asShipped != null) {
                asShipped.close();
            }
            if (playback != null) {
                playback.close();
            }
            if (session != null && seen != null) {
                seen.close();
                session.close();
            }
        }
    }

    /** @param saved what the file holds, empty where there is none that can be read */
    Workspace(Desk desk, Amalgamation graph, Optional<Path> file, Optional<Amalgamation> saved) {
        this(desk, graph, file, saved, Optional.empty());
    }

    /** What was restored from an exported file, and has no file of its own yet. */
    Workspace(Desk desk, Restored restored) {
        this(desk, restored.graph(), Optional.empty(), Optional.empty(), Optional.of(restored));
    }

    private Workspace(
            Desk desk,
            Amalgamation graph,
            Optional<Path> file,
            Optional<Amalgamation> saved,
            Optional<Restored> restored) {
        this.desk = desk;
        this.restored = restored;
        this.file = file;
        this.components = store(file.map(Path::getParent));
        this.document = new Document(Typing.of(graph, desk.catalogue(), components), saved);
        this.engine = new Engine(desk.worker(), desk.folder());
        this.costs = new CostBook(desk.worker(), desk.folder());
        this.arrivals = desk.types().onArrival(document::refreshTypes);
        this.journal = desk.journals().map(kept -> kept.follow(document, this::file));
    }

    /** The file's name without its ending, or a name for what has no file yet. */
    public String name() {
        return file.map(path -> path.getFileName().toString().replaceFirst("\\.amalgam$", ""))
                .or(() -> restored.map(Restored::name))
                .orElse("untitled");
    }

    /** What it was restored from, where that was an exported file. */
    public Optional<Restored> restored() {
        return restored;
    }

    /** Where it is saved, if it is. */
    public Optional<Path> file() {
        return file;
    }

    public Document document() {
        return document;
    }

    /** The files that its nodes refer to. */
    public Components components() {
        return components;
    }

    /** Runs it when asked. */
    public Engine engine() {
        return engine;
    }

    /** What flows into its sources beside what it says itself. */
    public LiveInputs inputs() {
        return inputs;
    }

    /** What keeps pictures that came from elsewhere than a file. */
    public KeptPictures pictures() {
        return desk.pictures();
    }

    /** Its results, kept true from the first call on. */
    public LiveSession live() {
        return live.get();
    }

    /** Plays it when asked. */
    public Playback playback() {
        return live.playback();
    }

    /** The embeddings that it has given so far. */
    public SeenEmbeddings seen() {
        return live.seen();
    }

    /** Runs it as it ships when asked. */
    public AsShipped asShipped() {
        return live.asShipped();
    }

    /** What its nodes weigh and have to compute. */
    public CostBook costs() {
        return costs;
    }

    /** Measures what recipes change. */
    public Workshop workshop() {
        return desk.workshop();
    }

    /** Measures what ships, in processes of its own. */
    public Bench bench() {
        return new Bench(engine, desk.settings().worker(), desk.folder());
    }

    /** Finds common bottoms. */
    public Merging merging() {
        return new Merging(desk.worker(), desk.folder());
    }

    /** Tells what taps of its components cost. */
    public Probe probe() {
        return new Probe(
                desk.worker(),
                desk.settings().worker(),
                options(document.state().typing()),
                desk.folder());
    }

    /** What ships, as it is now, on what flows in now. */
    public Subject subject() {
        Typing typing = document.state().typing();
        return new Subject(name(), typing, inputs.moment(typing).known(), options(typing));
    }

    private RunOptions options(Typing typing) {
        return desk.settings().run().as(typing.graph().execution());
    }

    /** Whether it can be told at which operator a finding begins. */
    public static boolean canTrace(Problem finding) {
        return Origins.canFind(finding);
    }

    /**
     * Follows a finding back to the operator where it begins, in a process of its own; from then on the finding says so wherever
     * it is shown. Not for the window's own thread.
     *
     * @return the finding as it is told now
     * @throws RunException where the node cannot be run again, or {@code stop} ends it
     * @throws IOException where there is no room for temporary files
     */
    public Problem trace(Problem finding, Stop stop) throws RunException, IOException {
        Typing typing = document.state().typing();
        OriginSearch search = new OriginSearch(desk.settings().worker(), options(typing), desk.folder(), stop);
        Problem told = new Origins(typing, live().state()).find(finding, search).in(finding);
        live().tell(finding, told);
        return told;
    }

    /** Waits until the runtime has told what is inside all models, then gives the document with these types. */
    public Document.State settled() {
        do {
            desk.types().await();
            document.refreshTypes();
        } while (desk.types()
                .isBusy()); // What a recipe makes of a model is asked for only when all before it is known.
        return document.state();
    }

    /** These types, once the runtime has told what is inside all models that they are of. Waits for it. */
    public Typing settled(Typing typing) {
        Typing fresh;
        do {
            desk.types().await();
            fresh = typing.refreshed();
        } while (desk.types().isBusy());
        return fresh;
    }

    /** How it is run where it does not say so itself. */
    public RunOptions options() {
        return desk.settings().run();
    }

    /**
     * A reference to a file that a person chose: relative where it lies beside the amalgamation, with its hash as it is now.
     * Reads the whole file, so call it off the window's thread; what follows finds it known.
     *
     * @throws KindException where it cannot be read
     */
    public FileRef reference(Path chosen) throws KindException {
        return components.reference(chosen);
    }

    private ComponentStore store(Optional<Path> folder) {
        return new ComponentStore(folder, desk.types());
    }

    /**
     * Saves to its file.
     *
     * @throws ProjectException where that fails; the file is then as it was
     * @throws IllegalStateException where it has none yet
     */
    public void save() throws ProjectException {
        saveAs(file.orElseThrow(() -> new IllegalStateException("it has no file yet: use saveAs")));
    }

    /**
     * Saves to a file and stays with that one. Files beside it are referred to from there, and what was never seen gets the
     * hash that it has now.
     *
     * @throws ProjectException where that fails; nothing has changed then
     */
    public void saveAs(Path target) throws ProjectException {
        Path absolute = target.toAbsolutePath().normalize();
        Path folder = requireNonNull(absolute.getParent(), "a file is in a folder");
        ComponentStore before = components;
        Amalgamation locked = before.lock(document.state().graph(), folder);
        AmalgamFile.write(absolute, locked);
        if (!file.map(Path::getParent).equals(Optional.of(folder))
                || !locked.equals(document.state().graph())) {
            components = store(Optional.of(folder));
            document.reword(
                    graph -> before.lock(graph, folder), graph -> Typing.of(graph, desk.catalogue(), components));
        }
        file = Optional.of(absolute);
        document.markSaved(locked);
        keep();
    }

    /** Puts aside at once what is not saved; where all is, nothing is put aside any more. Waits for the disk. */
    void keep() {
        journal.ifPresent(Journal::write);
    }

    @Override
    public void close() {
        arrivals.close();
        live.close();
        inputs.close();
        journal.ifPresent(Journal::close);
    }
}
