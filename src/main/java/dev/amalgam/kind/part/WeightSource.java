package dev.amalgam.kind.part;

import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.kind.Chosen;
import dev.amalgam.kind.Components;
import dev.amalgam.kind.KindException;
import dev.amalgam.kind.Setting;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Learned numbers out of a file: a NumPy array, or a named weight of a model, so that a head inside a model can be used again. */
public final class WeightSource {
    private static final String MODEL = ".onnx";

    private WeightSource() {}

    /**
     * A file and, for models, the name of the weight in it.
     *
     * @param name of the setting for the file; the other one is {@code name-tensor}
     */
    static List<Setting> settings(String name, String title, String help, boolean required) {
        return List.of(
                new Setting(name, title, help, new Setting.File(List.of("npy", "onnx"), required)),
                new Setting(
                        name + "-tensor",
                        title + ": tensor",
                        "Which weight of the model, by its name there; left empty for a NumPy file.",
                        new Setting.Text("")));
    }

    /** Whether a setting is a file of numbers. */
    public static boolean is(Chosen settings, String name) {
        return settings.values().containsKey(name + "-tensor");
    }

    /** The numbers, float32; empty where no file is chosen. */
    public static Optional<Tensor> read(Chosen settings, Components components, String name) throws KindException {
        Optional<FileRef> file = settings.file(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Tensor tensor = isModel(file.get())
                ? weight(components.model(file.get()), settings.text(name + "-tensor"), name + "-tensor")
                : components.tensor(file.get());
        if (tensor.element() != ElementType.FLOAT32) {
            throw KindException.setting(
                    name,
                    file.get().path() + " holds " + tensor.type() + ", and float32 is needed",
                    "Save the array as float32");
        }
        return Optional.of(tensor);
    }

    private static boolean isModel(FileRef file) {
        return file.path().toLowerCase(Locale.ROOT).endsWith(MODEL);
    }

    private static Tensor weight(OnnxModel model, String name, String setting) throws KindException {
        if (name.isBlank()) {
            throw KindException.setting(
                    setting, "it is empty, and a model has many weights", "Name a weight of " + model.origin());
        }
        return model.weight(name).orElseThrow(() -> unknown(model, name, setting));
    }

    private static KindException unknown(OnnxModel model, String name, String setting) {
        return new KindException(
                "unknown-tensor",
                setting,
                model.origin() + " has no weight named '" + name + "'",
                Near.remedy(name, model.weightNames()));
    }
}
