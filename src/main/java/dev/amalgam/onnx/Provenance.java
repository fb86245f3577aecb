package dev.amalgam.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Where a model is from, as far as its file says so.
 *
 * @param licence what its notes call licence
 * @param origin where it is from, by the names of the notes that say so: author, address, what it was cut from
 * @param producer the program that wrote it
 * @param domain whose it is, such as {@code org.example}
 * @param version its own version; 0 where unsaid
 * @param description what it is, in words of its author
 */
public record Provenance(
        Optional<String> licence,
        SequencedMap<String, String> origin,
        Optional<String> producer,
        Optional<String> domain,
        long version,
        Optional<String> description) {
    private static final Pattern LICENCE = Pattern.compile(".*licen[cs]e.*");
    private static final Pattern ORIGIN = Pattern.compile(
            ".*(author|origin|source|url|website|homepage|repository|publisher|creator|dataset|converted|cut-from).*");

    public Provenance {
        origin = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(origin));
    }

    /** What a model's file says. */
    public static Provenance of(OnnxModel model) {
        ModelProto proto = model.proto();
        SequencedMap<String, String> origin = new LinkedHashMap<>();
        Optional<String> licence = Optional.empty();
        for (Map.Entry<String, String> note : model.inspect().metadata().entrySet()) {
            String name = note.getKey().toLowerCase(Locale.ROOT);
            if (licence.isEmpty() && LICENCE.matcher(name).matches()) {
                licence = said(note.getValue());
            } else if (ORIGIN.matcher(name).matches() && !note.getValue().isBlank()) {
                origin.put(note.getKey(), note.getValue().strip());
            }
        }
        String words = proto.getDocString().isBlank() ? proto.getGraph().getDocString() : proto.getDocString();
        return new Provenance(
                licence,
                origin,
                said(model.inspect().producer()),
                said(proto.getDomain()),
                proto.getModelVersion(),
                said(words));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(it -> !it.isEmpty());
    }
}
