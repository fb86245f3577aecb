package dev.amalgam.kind;

import dev.amalgam.graph.Settings;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a kind. The inspector, the file's check and the kind itself read the same schema.
 *
 * @param settings in the order they are shown
 */
public record Schema(List<Setting> settings) {
    /** Nothing to set. */
    public static final Schema NONE = new Schema(List.of());

    public Schema {
        settings = List.copyOf(settings);
    }

    /** Exactly these settings. */
    public static Schema of(Setting... settings) {
        return new Schema(List.of(settings));
    }

    /** The setting of that name. */
    public Optional<Setting> setting(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /**
     * What a person chose, with the defaults filled in.
     *
     * @throws KindException where a value is none that its setting allows, or no such setting exists
     */
    public Chosen choose(Settings chosen) throws KindException {
        return Chosen.of(this, chosen);
    }
}
