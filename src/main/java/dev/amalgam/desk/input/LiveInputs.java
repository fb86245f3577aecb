package dev.amalgam.desk.input;

import dev.amalgam.compile.Typing;
import dev.amalgam.desk.input.Moment.Asked;
import dev.amalgam.desk.input.Moment.Made;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.run.feed.Reels;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What flows into the sources of one open amalgamation beside what it says itself. It is neither saved nor exported, and no
 * step to undo. Safe for use by several threads; only {@link #read} and {@link Play} read files.
 */
public final class LiveInputs implements AutoCloseable {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pictures").factory());
    private final Map<NodeId, Look> looks = new HashMap<>();
    private final Map<NodeId, Optional<FileRef>> files = new HashMap<>();
    private final Map<NodeId, Made> made = new HashMap<>();
    private final Map<NodeId, Opened> opened = new HashMap<>();
    private Set<NodeId> present = Set.of();

    private record Opened(Asked by, OpenReel reel) {}

    /** What is looked at through a source. */
    public synchronized Look look(NodeId node) {
        return looks.getOrDefault(node, Look.PLAIN);
    }

    /** Looks at something else through a source, and tells all who listen, unless it is the same. */
    public void change(NodeId node, UnaryOperator<Look> change) {
        synchronized (this) {
            Look before = look(node);
            Look after = change.apply(before);
            if (after.equals(before)) {
                return;
            }
            looks.put(node, after);
        }
        tell();
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Lets each reel go on by one picture, and tells nobody. */
    synchronized void advance() {
        opened.forEach((node, it) -> {
            Look look = look(node);
            looks.put(node, look.at(it.reel().step(look.position(), 1)));
        });
    }

    /** Reads all files anew that are looked at, because they may have changed. */
    public synchronized void refresh() {
        opened.clear();
        made.clear();
    }

    /** Goes on or back by so many pictures, round at the ends; broken ones are left out. */
    public void step(NodeId node, int by) {
        change(
                node,
                look -> look.at(
                        reel(node).map(reel -> reel.step(look.position(), by)).orElse(look.position())));
    }

    /** Where a source stands that has several pictures; empty until they were read for the first time. */
    public Optional<ReelState> state(NodeId node) {
        return reel(node).map(reel -> reel.state(look(node).position()));
    }

    private synchronized Optional<OpenReel> reel(NodeId node) {
        return Optional.ofNullable(opened.get(node)).map(Opened::reel);
    }

    /** Calls {@code listener} after each change, on the thread of whoever made it. @return ends that */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What is to flow in at this moment. Takes no longer than to look at the files' times. */
    public Moment moment(Typing typing) {
        Map<NodeId, Asked> asked = new HashMap<>();
        List<PictureSource> sources = PictureSource.of(typing);
        follow(sources);
        for (PictureSource source : sources) {
            Look look = lookThrough(source);
            boolean asTheDocumentSays =
                    look.perturbation().isNone() && look.instead().isEmpty();
            if (source.isReel() || !asTheDocumentSays) {
                bytes(source, typing.components())
                        .ifPresent(bytes -> asked.put(source.node(), new Asked(source, bytes, look)));
            }
        }
        synchronized (this) {
            made.keySet().retainAll(asked.keySet());
            opened.keySet().retainAll(asked.keySet());
            return new Moment(asked, made);
        }
    }

    /**
     * What is looked at goes along with a source that has another name now. A source that is gone may come back by undo, and is as
     * it was then; another one that takes its name is not.
     */
    private synchronized void follow(List<PictureSource> sources) {
        Set<NodeId> now = sources.stream().map(PictureSource::node).collect(Collectors.toSet());
        for (PictureSource source : sources) {
            NodeId node = source.node();
            Optional<FileRef> before = files.get(node);
            if (before == null) {
                gone(source, now).ifPresent(old -> move(old, node));
            } else if (!present.contains(node) && !before.equals(source.file())) {
                looks.remove(node);
            }
        }
        present = now;
    }

    /** The source that was there last time, is there no more, and took the same file. */
    private Optional<NodeId> gone(PictureSource source, Set<NodeId> now) {
        return present.stream()
                .filter(old -> !now.contains(old) && source.file().equals(files.get(old)))
                .findFirst();
    }

    private void move(NodeId old, NodeId node) {
        files.put(node, Objects.requireNonNull(files.remove(old)));
        Look look = looks.remove(old);
        if (look != null) {
            looks.put(node, look);
        }
    }

    /** What is looked at through a source: of another file the first picture, and nothing instead of it any more. */
    private synchronized Look lookThrough(PictureSource source) {
        Optional<FileRef> before = files.put(source.node(), source.file());
        Look look = look(source.node());
        if (before == null || before.equals(source.file())) {
            return look;
        }
        Look fresh = look.at(0).instead(Optional.empty());
        looks.put(source.node(), fresh);
        return fresh;
    }

    /** Names what is in a source's file; empty where it cannot be read, which the run will tell. */
    private static Optional<String> bytes(PictureSource source, Components components) {
        try {
            Optional<FileRef> file = source.file();
            return Optional.of(file.isPresent() ? components.sha256(file.get()) : "");
        } catch (KindException e) {
            return Optional.empty();
        }
    }

    /** Reads what is to flow in. What cannot be read is left to the document's own settings, which fail for the same reason. */
    public Given read(Moment moment, Components components) {
        Map<NodeId, Tensor> values = new HashMap<>();
        Map<NodeId, ReelState> reels = new HashMap<>();
        moment.asked().forEach((node, asked) -> {
            try {
                Made now = make(asked, Optional.ofNullable(moment.made().get(node)), components);
                values.put(node, now.value());
                keep(asked, now);
                reel(node)
                        .map(reel -> reel.state(now.asked().look().position()))
                        .ifPresent(it -> reels.put(node, it));
            } catch (KindException e) {
                forget(node);
            }
        });
        return new Given(values, reels);
    }

    private Made make(Asked asked, Optional<Made> before, Components components) throws KindException {
        if (before.filter(it -> it.asked().equals(asked)).isPresent()) {
            return before.get();
        }
        Look look = asked.look();
        if (look.instead().isPresent()) {
            return made(asked, look.instead().get());
        }
        Optional<OpenReel> reel = asked.source().isReel() ? moving(asked, components) : Optional.empty();
        if (reel.isPresent()) {
            OpenReel.Found found = reel.get().at(look.position());
            return made(asked.at(found.position()), found.picture());
        }
        Optional<Tensor> known = before.filter(it -> it.asked().isOfTheSameAs(asked)
                        && it.asked().look().instead().isEmpty())
                .map(Made::original);
        return made(asked, known.isPresent() ? known.get() : picture(asked, components));
    }

    private static Tensor picture(Asked asked, Components components) throws KindException {
        FileRef file = asked.source()
                .file()
                .orElseThrow(() -> new KindException("unset", "file", "No file is chosen yet", "Choose one"));
        return Pictures.read(components.path(file));
    }

    private static Made made(Asked asked, Tensor original) {
        return new Made(asked, original, asked.look().perturbation().apply(original));
    }

    /** The reel of a source; of a moving picture that is too large to move only the first picture is looked at. */
    private Optional<OpenReel> moving(Asked asked, Components components) throws KindException {
        try {
            return Optional.of(reel(asked, components));
        } catch (KindException e) {
            if (asked.source().file().filter(FileRef::isFolder).isPresent()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The reel of a source, open; another one once the file or what is in the folder has changed. */
    private OpenReel reel(Asked asked, Components components) throws KindException {
        NodeId node = asked.source().node();
        synchronized (this) {
            Opened known = opened.get(node);
            if (known != null && known.by().isOfTheSameAs(asked)) {
                return known.reel();
            }
        }
        FileRef file = asked.source().file().orElseThrow();
        OpenReel reel = new OpenReel(Reels.open(components.path(file)), ahead);
        synchronized (this) {
            opened.put(node, new Opened(asked, reel));
        }
        return reel;
    }

    /** Keeps what was made; where a broken picture was skipped, the look goes on to the one that was found. */
    private synchronized void keep(Asked asked, Made now) {
        NodeId node = asked.source().node();
        made.put(node, now);
        if (look(node).equals(asked.look()) && !asked.look().equals(now.asked().look())) {
            looks.put(node, now.asked().look());
        }
    }

    private synchronized void forget(NodeId node) {
        made.remove(node);
        opened.remove(node);
    }

    @Override
    public void close() {
        // Not shutdownNow: to interrupt a thread would close the file that it reads.
        ahead.shutdown();
    }
}
