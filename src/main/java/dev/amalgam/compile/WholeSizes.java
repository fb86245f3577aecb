package dev.amalgam.compile;

import dev.amalgam.compile.Problem.Severity;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.tensor.Dim;
import dev.amalgam.tensor.DimVariable;
import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Shape;
import dev.amalgam.tensor.TensorType;
import dev.amalgam.tensor.Unifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sizes that are named in one place and needed in several: unified over the whole graph. Typing goes downstream only, so
 * that each node by itself may be content while no input could satisfy all of them.
 */
final class WholeSizes {
    private final Unifier unifier = new Unifier();
    private final Optional<List<SizeNeed>> conflict;

    WholeSizes(List<SizeNeed> needs) {
        this.conflict = conflict(needs);
    }

    /** The type with the sizes that the rest of the graph needs. */
    TensorType settle(TensorType type) {
        return conflict.isEmpty() ? unifier.resolve(type) : type;
    }

    private Optional<List<SizeNeed>> conflict(List<SizeNeed> needs) {
        for (int i = 0; i < needs.size(); i++) {
            if (!agrees(unifier, needs.get(i))) {
                return Optional.of(smallest(needs.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    /** What is left when everything that plays no part is taken out; the last of them closes the contradiction. */
    private static List<SizeNeed> smallest(List<SizeNeed> contradicting) {
        List<SizeNeed> left = new ArrayList<>(contradicting);
        for (int i = left.size() - 2; i >= 0; i--) {
            List<SizeNeed> without = new ArrayList<>(left);
            without.remove(i);
            Unifier fresh = new Unifier();
            if (!without.stream().allMatch(need -> agrees(fresh, need))) {
                left.remove(i);
            }
        }
        return left;
    }

    private static boolean agrees(Unifier unifier, SizeNeed need) {
        return unifier.unify(one(need.value()), one(Dim.of(need.size()))).isEmpty();
    }

    private static TensorType one(Dim size) {
        return new TensorType(ElementType.FLOAT32, Shape.of(List.of(size)));
    }

    /**
     * Who needs what, where no size satisfies all. Where it is a size of what flows in, nothing that could flow in fits, and
     * the whole does not ship; a size inside a model is only called as its author called it.
     */
    Optional<Problem> problem(Typing typing) {
        return conflict.map(needs -> {
            SizeNeed last = needs.getLast();
            boolean fed = needs.stream()
                    .allMatch(need ->
                            owner(need.size(), typing).filter(TypedNode::isFed).isPresent());
            return new Problem(
                    fed ? Severity.ERROR : Severity.WARNING,
                    "sizes-disagree",
                    Optional.of(last.at().node()),
                    Optional.of(last.at().port()),
                    "No size fits all: "
                            + String.join(
                                    "; ",
                                    needs.stream()
                                            .map(need -> say(need, typing))
                                            .toList()),
                    "Put a Resize, Pad or Reshape before one of them, or choose models that agree");
        });
    }

    private static Optional<TypedNode> owner(DimVariable size, Typing typing) {
        return Optional.of(size.scope())
                .filter(NodeId::isValid)
                .map(NodeId::new)
                .flatMap(typing::node);
    }

    private static String say(SizeNeed need, Typing typing) {
        String size = need.size().isAnonymous() ? "a size" : "'" + need.size().name() + "'";
        String of = need.size().scope().isEmpty()
                ? ""
                : " of '" + need.size().scope() + "'" + file(need.size().scope(), typing);
        String node = need.at().node().name();
        return size + of + " is " + need.value() + " for the input '"
                + need.at().port() + "' of '" + node + "'" + file(node, typing);
    }

    private static String file(String node, Typing typing) {
        return Optional.of(node)
                .filter(NodeId::isValid)
                .flatMap(name -> typing.graph().node(new NodeId(name)))
                .flatMap(WholeSizes::file)
                .map(name -> " (" + name + ")")
                .orElse("");
    }

    private static Optional<String> file(Node node) {
        return node.settings().values().values().stream()
                .filter(FileRef.class::isInstance)
                .map(FileRef.class::cast)
                .map(FileRef::path)
                .findFirst();
    }
}
