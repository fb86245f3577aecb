package dev.amalgam.run.worker;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.amalgam.graph.Optimisation;
import dev.amalgam.onnx.WeightFiles;
import dev.amalgam.run.Device;
import dev.amalgam.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loaded models, the least recently used of which go first when there are too many or they are too large. */
final class Sessions {
    private static final int MAX = 256;

    /** Models for frames, each with the weights of a whole file: while one is edited, it is another after each edit. */
    private static final int MAX_FOR_FRAMES = 3;

    /** A model as it is on disk now, and how to run it. */
    record Key(Path model, long bytes, FileTime written, Device device, int threads, Optimisation level) {}

    private final NativeRuntime runtime;
    private final OrtTensors tensors;
    private final Devices devices;
    private final long maxBytes;
    private final LinkedHashMap<Key, LoadedModel> loaded = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashSet<Key> forFrames = new LinkedHashSet<>();
    private final SharedWeights weights = new SharedWeights();

    Sessions(NativeRuntime runtime, long maxBytes) {
        this.runtime = runtime;
        this.tensors = new OrtTensors(runtime.environment());
        this.devices = new Devices(runtime.info());
        this.maxBytes = maxBytes;
    }

    Devices devices() {
        return devices;
    }

    OrtTensors tensors() {
        return tensors;
    }

    static Key key(Path model, Device device, RunOptions options) throws IOException {
        BasicFileAttributes file = Files.readAttributes(model, BasicFileAttributes.class);
        return new Key(model, file.size(), file.lastModifiedTime(), device, options.threads(), options.optimisation());
    }

    /**
     * The model, loaded now if it is not yet. By path, because a model in memory cannot refer to files beside it.
     *
     * @throws DeviceRefusal where the processor can load it and the device cannot
     */
    LoadedModel get(Key key) throws OrtException, IOException {
        LoadedModel known = loaded.get(key);
        if (known != null) {
            return known;
        }
        Set<Path> files = WeightFiles.of(key.model());
        makeRoom(key.bytes() + SharedWeights.bytes(files));
        boolean packed = !weights.isShared(files);
        // They come back unpacked when they are needed.
        for (Key sharer : weights.packed(files)) {
            close(Objects.requireNonNull(loaded.remove(sharer)), sharer);
        }
        LoadedModel fresh = key.device().equals(Device.CPU) ? load(key, packed) : loadOn(key, packed);
        loaded.put(key, fresh);
        weights.add(key, files, packed);
        return fresh;
    }

    /** Whether a model is loaded and will most likely be over before anybody could be told that it runs. */
    boolean isQuick(Key key) {
        LoadedModel known = loaded.get(key);
        return known != null && known.isQuick();
    }

    private void close(LoadedModel model, Key key) throws OrtException {
        weights.remove(key);
        model.session().close();
    }

    private LoadedModel loadOn(Key key, boolean packed) throws OrtException, IOException {
        try {
            return load(key, packed);
        } catch (OrtException e) {
            // What the processor refuses too is the model's own fault; then that is what is told.
            get(new Key(key.model(), key.bytes(), key.written(), Device.CPU, key.threads(), key.level()));
            throw new DeviceRefusal(key.device(), e);
        }
    }

    /** The same for a model that frames go through, of which only the last few stay loaded. */
    LoadedModel getForFrames(Key key) throws OrtException, IOException {
        if (forFrames.isEmpty() || !forFrames.getLast().equals(key)) {
            forFrames.remove(key);
            forFrames.addLast(key);
            while (forFrames.size() > MAX_FOR_FRAMES) {
                Key first = forFrames.removeFirst();
                LoadedModel eldest = loaded.remove(first);
                if (eldest != null) {
                    close(eldest, first);
                }
            }
        }
        return get(key);
    }

    private LoadedModel load(Key key, boolean packed) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (!packed) {
                options.addConfigEntry("session.disable_prepacking", "1");
            }
            return load(key, options);
        }
    }

    /** A model that profiles its runs into a file whose name begins like that; not kept here. */
    LoadedModel loadProfiled(Key key, Path prefix) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.enableProfiling(prefix.toString());
            return load(key, options);
        }
    }

    private LoadedModel load(Key key, OrtSession.SessionOptions options) throws OrtException {
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        options.setOptimizationLevel(level(key.level()));
        if (key.threads() == 0) {
            options.disablePerSessionThreads();
        } else {
            options.setIntraOpNumThreads(key.threads());
        }
        Devices.add(key.device(), options);
        return LoadedModel.of(runtime.environment().createSession(key.model().toString(), options));
    }

    static OrtSession.SessionOptions.OptLevel level(Optimisation optimisation) {
        return switch (optimisation) {
            case NONE -> OrtSession.SessionOptions.OptLevel.NO_OPT;
            case BASIC -> OrtSession.SessionOptions.OptLevel.BASIC_OPT;
            case EXTENDED -> OrtSession.SessionOptions.OptLevel.EXTENDED_OPT;
            case ALL -> OrtSession.SessionOptions.OptLevel.ALL_OPT;
        };
    }

    private void makeRoom(long bytes) throws OrtException {
        long models = bytes + loaded.keySet().stream().mapToLong(Key::bytes).sum();
        Iterator<Map.Entry<Key, LoadedModel>> oldest = loaded.entrySet().iterator();
        while (oldest.hasNext() && (models + weights.bytes() > maxBytes || loaded.size() >= MAX)) {
            Map.Entry<Key, LoadedModel> entry = oldest.next();
            models -= entry.getKey().bytes();
            oldest.remove();
            close(entry.getValue(), entry.getKey());
        }
    }
}
