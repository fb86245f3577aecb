package dev.amalgam.run.worker;

import dev.amalgam.run.OperatorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the profile that ONNX Runtime writes: a list of events, of which those named {@code …_kernel_time} are what an operator
 * took, in microseconds, and {@code model_run} ends a run.
 */
final class ProfileReader {
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_EVENTS = 1_000_000;
    private static final int MAX_OPERATORS = 20_000;
    private static final String KERNEL = "_kernel_time";
    private static final String RUN = "model_run";

    private record Key(String name, String type) {}

    private static final class Event {
        private String name = "";
        private String type = "";
        private long micros;
    }

    private final int warmUps;
    private final Map<Key, List<Double>> byOperator = new LinkedHashMap<>();
    private Map<Key, Long> thisRun = new LinkedHashMap<>();
    private int runs;

    /** @param warmUps the first runs, which do not count */
    ProfileReader(int warmUps) {
        this.warmUps = warmUps;
    }

    /** The operators that take longest come first. @throws IOException where it is no profile or is beyond all limits */
    List<OperatorTime> read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("the profile takes " + Files.size(file) + " bytes; " + MAX_BYTES + " are allowed");
        }
        try (JsonParser json =
                JsonFactory.builder().build().createParser(tools.jackson.core.ObjectReadContext.empty(), file)) {
            expect(json.nextToken() == JsonToken.START_ARRAY);
            for (int i = 0; i < MAX_EVENTS && json.nextToken() == JsonToken.START_OBJECT; i++) {
                take(event(json));
            }
        } catch (JacksonException e) {
            throw new IOException("the profile cannot be read: " + e.getOriginalMessage(), e);
        }
        return byOperator.entrySet().stream()
                .map(one -> new OperatorTime(one.getKey().name(), one.getKey().type(), median(one.getValue())))
                .sorted(Comparator.comparingDouble(OperatorTime::ms).reversed())
                .limit(MAX_OPERATORS)
                .toList();
    }

    private static Event event(JsonParser json) throws IOException {
        Event event = new Event();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "name" -> event.name = json.getString();
                case "dur" -> event.micros = json.getLongValue();
                case "args" -> event.type = type(json);
                default -> {
                    if (value.isStructStart()) {
                        json.skipChildren();
                    }
                }
            }
        }
        return event;
    }

    private static String type(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.START_OBJECT);
        String type = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = json.currentName().equals("op_name");
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            } else if (wanted) {
                type = json.getString();
            }
        }
        return type;
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("the profile is not what this runtime writes");
        }
    }

    /** An operator inside a loop is there several times in a run. */
    private void take(Event event) {
        if (event.name.endsWith(KERNEL)) {
            String name = event.name.substring(0, event.name.length() - KERNEL.length());
            thisRun.merge(new Key(name, event.type), event.micros, Long::sum);
        } else if (event.name.equals(RUN)) {
            if (runs++ >= warmUps) {
                thisRun.forEach((key, micros) ->
                        byOperator.computeIfAbsent(key, _ -> new ArrayList<>()).add(micros / 1e3));
            }
            thisRun = new LinkedHashMap<>();
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
