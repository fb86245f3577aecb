package dev.amalgam.desk.input;

import dev.amalgam.graph.NodeId;
import dev.amalgam.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is to flow into the sources at one moment; nothing is read for it.
 *
 * @param asked what each source is asked for that does not simply follow the document
 * @param made what of it is known already
 */
public record Moment(Map<NodeId, Asked> asked, Map<NodeId, Made> made) {
    public Moment {
        asked = Map.copyOf(asked);
        made = Map.copyOf(made);
    }

    /**
     * What a source is asked for.
     *
     * @param source with the file that the document says
     * @param bytes names what is in the file or the folder, empty where there is none
     * @param look what is looked at
     */
    record Asked(PictureSource source, String bytes, Look look) {
        Asked at(int position) {
            return new Asked(source, bytes, look.at(position));
        }

        /** Whether it is of the same file. */
        boolean isOfTheSameAs(Asked other) {
            return source.equals(other.source) && bytes.equals(other.bytes);
        }
    }

    /**
     * What was made of what was asked for.
     *
     * @param original the picture as it was before it was disturbed
     * @param value what flows in
     */
    record Made(Asked asked, Tensor original, Tensor value) {}

    /** The values that need not be read. */
    public Map<NodeId, Tensor> known() {
        Map<NodeId, Tensor> known = new HashMap<>();
        asked.forEach((node, asked) -> {
            Made made = this.made.get(node);
            if (made != null && made.asked().equals(asked)) {
                known.put(node, made.value());
            }
        });
        return known;
    }

    /** The sources of which nobody knows yet what will flow out of them. */
    public Set<NodeId> open() {
        Set<NodeId> open = new HashSet<>(asked.keySet());
        open.removeAll(known().keySet());
        return open;
    }
}
