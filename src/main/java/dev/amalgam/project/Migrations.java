package dev.amalgam.project;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings files of older schemas up to date, one version at a time.
 *
 * @param steps the first leads from schema 1 to 2, and so on; a step is never changed once released
 */
record Migrations(List<UnaryOperator<ObjectNode>> steps) {
    /** Those of this program: schema 2 only adds to schema 1, modes, looks and notes. */
    static final Migrations ALL = new Migrations(List.of(UnaryOperator.identity()));

    Migrations {
        steps = List.copyOf(steps);
    }

    /** The schema that files are written in. */
    int current() {
        return steps.size() + 1;
    }

    /**
     * The same in the current schema.
     *
     * @throws ProjectException {@code newer-schema} where the file is of a later program, {@code bad-value} where it does
     *     not say its schema
     */
    ObjectNode migrate(JsonNode text, String file) throws ProjectException {
        int version = version(text, file);
        ObjectNode migrated = (ObjectNode) text;
        for (UnaryOperator<ObjectNode> step : steps.subList(version - 1, steps.size())) {
            migrated = step.apply(migrated);
        }
        return migrated;
    }

    private int version(JsonNode text, String file) throws ProjectException {
        JsonNode schema = text.path("schema");
        if (!text.isObject()
                || !schema.isIntegralNumber()
                || schema.bigIntegerValue().signum() <= 0) {
            throw new ProjectException(
                    "bad-value",
                    file + " does not say its schema, so it is no amalgamation",
                    "Choose a file that was saved by Amalgam");
        }
        if (!schema.canConvertToInt() || schema.intValue() > current()) {
            throw new ProjectException(
                    "newer-schema",
                    file + " is of schema " + schema + ", and this program reads up to schema " + current(),
                    "Open it with a newer Amalgam");
        }
        return schema.intValue();
    }
}
