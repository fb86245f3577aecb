package dev.amalgam.onnx.bottom;

import dev.amalgam.onnx.CanonicalGraph;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts models where what they have in common ends. */
final class Boundary {
    private final List<Participant> models;
    private final List<Matching> matchings;
    private final Set<String> common;
    /** A tensor of the first model for each identity. */
    private final Map<String, String> first = new HashMap<>();

    /** @param common the identities that every model has a tensor of */
    Boundary(List<Participant> models, List<Matching> matchings, Set<String> common) {
        this.models = models;
        this.matchings = matchings;
        this.common = common;
        Matching own = matchings.getFirst();
        for (CanonicalGraph.Operator operator : own.graph().operators()) {
            operator.makes().forEach(tensor -> common(own, tensor).ifPresent(it -> first.putIfAbsent(it, tensor)));
        }
    }

    CommonBottom bottom() throws OnnxException {
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            branches.add(branch(models.get(i), matchings.get(i)));
        }
        Set<String> taps = new LinkedHashSet<>();
        branches.forEach(branch -> {
            taps.addAll(inOrder(branch.from().values()));
            taps.addAll(inOrder(branch.ready().values()));
        });
        OnnxModel bottom = models.getFirst().model().cut(taps);
        int operators =
                CanonicalGraph.of(List.of(bottom)).getFirst().operators().size();
        double difference =
                matchings.stream().mapToDouble(Matching::largest).max().orElseThrow();
        return new CommonBottom(bottom, operators, branches, difference);
    }

    /** In the order of the first model, so that equal models give equal cuts. */
    private List<String> inOrder(Collection<String> tensors) {
        return matchings.getFirst().graph().operators().stream()
                .flatMap(operator -> operator.makes().stream())
                .filter(tensors::contains)
                .toList();
    }

    private Branch branch(Participant model, Matching matching) throws OnnxException {
        Map<String, String> ready = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (Inspection.Value output : model.model().inspect().outputs()) {
            Optional<String> identity = common(matching, output.name());
            identity.ifPresentOrElse(it -> ready.put(output.name(), tensor(it)), () -> open.add(output.name()));
        }
        if (open.isEmpty()) {
            return new Branch(model, matching.inputs(), Map.of(), ready, Optional.empty());
        }
        Map<String, String> from = needed(matching);
        OnnxModel rest = model.model().cut(from.keySet(), open);
        from.keySet()
                .retainAll(rest.inspect().inputs().stream()
                        .map(Inspection.Value::name)
                        .collect(Collectors.toSet()));
        return new Branch(model, matching.inputs(), from, ready, Optional.of(rest));
    }

    /** What operators outside of the common part read of it. */
    private Map<String, String> needed(Matching matching) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (CanonicalGraph.Operator operator : matching.graph().operators()) {
            boolean shared = operator.makes().stream()
                    .allMatch(made -> common(matching, made).isPresent());
            if (!shared) {
                operator.reads().forEach(read -> common(matching, read).ifPresent(it -> needed.put(read, tensor(it))));
            }
        }
        return needed;
    }

    private Optional<String> common(Matching matching, String tensor) {
        return Optional.ofNullable(matching.identities().get(tensor)).filter(common::contains);
    }

    private String tensor(String identity) {
        return Objects.requireNonNull(first.get(identity));
    }
}
