package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Part.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** What has to be drawn in one open group: its parts, where tensors come in and go out, and what joins them. */
final class Level {
    /** A box of the level: a part, or the place where a tensor comes in or goes out. */
    sealed interface Node {}

    record Of(Part part) implements Node {
        @Override
        public boolean equals(Object other) {
            return other instanceof Of(Part that) && part == that;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(part);
        }
    }

    record In(String tensor) implements Node {}

    record Out(String tensor) implements Node {}

    /** Lines that begin and end at the same places are one. */
    record Ends(Node from, Node to) {}

    final SequencedSet<In> comingIn = new LinkedHashSet<>();
    final SequencedSet<Out> goingOut = new LinkedHashSet<>();
    final SequencedMap<Ends, SequencedSet<String>> lines = new LinkedHashMap<>();

    void join(Node from, Node to, String tensor) {
        if (from instanceof In in) {
            comingIn.add(in);
        }
        if (to instanceof Out out) {
            goingOut.add(out);
        }
        lines.computeIfAbsent(new Ends(from, to), _ -> new LinkedHashSet<>()).add(tensor);
    }

    /** The levels of the whole and of all groups that are open within open ones. */
    static Map<Group, Level> of(Inside inside, java.util.Set<Group> open) {
        Levels levels = new Levels(inside, open);
        levels.fill();
        return levels.byGroup;
    }

    /** Takes each tensor from what makes it to what reads it, through all groups on its way. */
    private static final class Levels {
        private final Inside inside;
        private final java.util.Set<Group> open;
        private final Map<Group, Level> byGroup = new HashMap<>();

        Levels(Inside inside, java.util.Set<Group> open) {
            this.inside = inside;
            this.open = open;
        }

        private Level level(Group group) {
            return byGroup.computeIfAbsent(group, _ -> new Level());
        }

        void fill() {
            level(inside.whole());
            int count = inside.structure().operators().size();
            List<List<Part>> paths = new ArrayList<>(count);
            for (int operator = 0; operator < count; operator++) {
                paths.add(path(operator));
            }
            for (String input : inside.inputs()) {
                level(inside.whole()).comingIn.add(new In(input));
            }
            for (int reader = 0; reader < count; reader++) {
                for (String tensor : inside.reads(reader)) {
                    var maker = inside.maker(tensor);
                    if (maker.isPresent()) {
                        carry(paths.get(maker.getAsInt()), paths.get(reader), tensor);
                    } else if (!inside.structure().weights().containsKey(tensor)) {
                        carry(List.of(), paths.get(reader), tensor);
                    }
                }
            }
            for (String output : inside.outputs()) {
                level(inside.whole()).goingOut.add(new Out(output));
                var maker = inside.maker(output);
                carry(maker.isPresent() ? paths.get(maker.getAsInt()) : List.of(), List.of(), output);
            }
        }

        /** The parts that an operator is drawn in: open groups, and last the card that stands for it. */
        private List<Part> path(int operator) {
            List<Part> path = new ArrayList<>();
            for (Group group : inside.groups(operator)) {
                path.add(group);
                level(inside.parent(group).orElse(inside.whole()));
                if (!open.contains(group)) {
                    return path;
                }
            }
            path.add(inside.single(operator));
            return path;
        }

        private void carry(List<Part> from, List<Part> to, String tensor) {
            int shared = 0;
            while (shared < from.size() && shared < to.size() && from.get(shared) == to.get(shared)) {
                shared++;
            }
            if (shared == from.size() && shared == to.size() && shared > 0) {
                return;
            }
            Group meeting = shared == 0 ? inside.whole() : (Group) from.get(shared - 1);
            Node maker = shared < from.size() ? new Of(from.get(shared)) : new In(tensor);
            Node reader = shared < to.size() ? new Of(to.get(shared)) : new Out(tensor);
            level(meeting).join(maker, reader, tensor);
            for (int i = shared + 1; i < from.size(); i++) {
                level((Group) from.get(i - 1)).join(new Of(from.get(i)), new Out(tensor), tensor);
            }
            for (int i = shared + 1; i < to.size(); i++) {
                level((Group) to.get(i - 1)).join(new In(tensor), new Of(to.get(i)), tensor);
            }
        }
    }
}
