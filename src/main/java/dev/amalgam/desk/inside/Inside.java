package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Part.Group;
import dev.amalgam.desk.inside.Part.Single;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Structure;
import dev.amalgam.onnx.Structure.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is inside a model: its operators, in groups, and what joins them. Immutable; made in the background. */
public final class Inside {
    private final OnnxModel model;
    private final Structure structure;
    private final Group whole;
    private final List<String> inputs;
    private final List<String> outputs;
    private final Map<String, Integer> makers = new HashMap<>();
    private final Map<String, List<Integer>> readers = new HashMap<>();
    private final Group[] homes;
    private final Single[] singles;
    private final Map<Group, Group> parents = new HashMap<>();

    private Inside(OnnxModel model) {
        this.model = model;
        this.structure = model.structure();
        this.whole = Grouping.of(structure);
        this.homes = new Group[structure.operators().size()];
        this.singles = new Single[homes.length];
        this.inputs =
                model.inspect().inputs().stream().map(Inspection.Value::name).toList();
        this.outputs =
                model.inspect().outputs().stream().map(Inspection.Value::name).toList();
        place(whole);
        for (int i = 0; i < structure.operators().size(); i++) {
            for (String made : structure.operators().get(i).outputs()) {
                makers.put(made, i);
            }
            for (String read : reads(i)) {
                readers.computeIfAbsent(read, _ -> new ArrayList<>()).add(i);
            }
        }
        makers.remove("");
    }

    /** What is inside a model. Reads no weights. */
    public static Inside of(OnnxModel model) {
        return new Inside(model);
    }

    private void place(Group group) {
        for (Part part : group.parts()) {
            switch (part) {
                case Single single -> {
                    homes[single.operator()] = group;
                    singles[single.operator()] = single;
                }
                case Group inner -> {
                    parents.put(inner, group);
                    place(inner);
                }
            }
        }
    }

    public OnnxModel model() {
        return model;
    }

    /** All operators as one group. */
    public Group whole() {
        return whole;
    }

    /** All weights, and all operators in an order in which each stands after what it reads. */
    public Structure structure() {
        return structure;
    }

    public Operator operator(int place) {
        return structure.operators().get(place);
    }

    /** The names of what must be fed. */
    public List<String> inputs() {
        return inputs;
    }

    /** The names of the model's own outputs. */
    public List<String> outputs() {
        return outputs;
    }

    /** The operator that makes a tensor; empty for inputs and weights. */
    public OptionalInt maker(String tensor) {
        Integer maker = makers.get(tensor);
        return maker == null ? OptionalInt.empty() : OptionalInt.of(maker);
    }

    /** The operators that read a tensor, in their order. */
    public List<Integer> readers(String tensor) {
        return Collections.unmodifiableList(readers.getOrDefault(tensor, List.of()));
    }

    /** What an operator reads, graphs inside it included, without what is left out. */
    public Set<String> reads(int operator) {
        Operator of = operator(operator);
        Set<String> reads = new LinkedHashSet<>(of.inputs());
        reads.addAll(of.captured());
        reads.remove("");
        return reads;
    }

    /** The weights that an operator reads. */
    public List<Structure.Weight> weights(int operator) {
        return reads(operator).stream()
                .flatMap(name -> Optional.ofNullable(structure.weights().get(name)).stream())
                .toList();
    }

    /** The groups that an operator stands in, the outermost first; the whole is none of them. */
    public List<Group> groups(int operator) {
        List<Group> groups = new ArrayList<>();
        for (Group group = homes[operator]; group != null && group != whole; group = parents.get(group)) {
            groups.add(group);
        }
        return groups.reversed();
    }

    Single single(int operator) {
        return singles[operator];
    }

    /** The group that a group stands in; empty for the whole. */
    public Optional<Group> parent(Group group) {
        return Optional.ofNullable(parents.get(group));
    }

    /**
     * The groups to open at first: the outer ones before the inner ones, as long as no more parts are shown than that.
     *
     * @param most how many parts may be shown
     */
    public Set<Group> opened(int most) {
        Set<Group> opened = new HashSet<>();
        List<Group> level = List.of(whole);
        int shown = whole.parts().size();
        while (!level.isEmpty()) {
            List<Group> next = new ArrayList<>();
            for (Group outer : level) {
                for (List<Group> together : together(outer)) {
                    int more = shown
                            + together.stream()
                                    .mapToInt(group -> group.parts().size() - 1)
                                    .sum();
                    if (more <= most) {
                        next.addAll(together);
                        shown = more;
                    }
                }
            }
            opened.addAll(next);
            level = next;
        }
        return opened;
    }

    /** The groups inside that are opened or left closed as one: blocks that repeat are all shown alike. */
    private static List<List<Group>> together(Group outer) {
        List<Group> inner = outer.parts().stream()
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .toList();
        return outer.sort() == Part.Sort.REPEAT
                ? List.of(inner)
                : inner.stream().map(List::of).toList();
    }
}
