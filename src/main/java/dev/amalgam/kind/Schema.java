package dev.amalgam.kind;

import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** What was chosen without what only changes numbers: nodes that agree in this have one and the same model. */
    public Map<String, Value> withoutDials(Chosen chosen) {
        Map<String, Value> kept = new TreeMap<>(chosen.values());
        for (Setting setting : settings) {
            if (setting.dial()) {
                kept.remove(setting.name());
            } else if (setting.field() instanceof Setting.Table table) {
                kept.computeIfPresent(setting.name(), (_, rows) -> table.withoutDials((Value.Items) rows));
            }
        }
        return kept;
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
