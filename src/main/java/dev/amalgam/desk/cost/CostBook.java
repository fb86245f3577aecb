package dev.amalgam.desk.cost;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.desk.LiveState;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Wire;
import dev.amalgam.onnx.Inspection;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.onnx.Work;
import dev.amalgam.run.RunException;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.InnerTypes;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads off the lowering of each node what it weighs and has to compute. Sizes are those that the last run has shown; the
 * runtime tells what they make of the sizes inside. What was read once is kept. Not for the window's own thread.
 */
public final class CostBook {
    private static final Logger LOG = LoggerFactory.getLogger(CostBook.class);
    private static final int MOST = 2000;

    /** Of the whole there is another with each edit of more than a number, and it knows each operator: few are kept. */
    private static final int MOST_WHOLE = 16;

    /** A lowering for inputs of these types. */
    private record Page(String model, Map<String, TensorType> inputs) {}

    /** What the cost of the whole depends on: numbers that are dials are not among it, so that a slider costs nothing here. */
    private record Whole(Map<NodeId, Page> nodes, Set<Wire> wires) {}

    private final Worker worker;
    private final Path folder;
    private final Map<Page, NodeCost> pages = recent(MOST);
    private final Map<Whole, Optional<NodeCost>> wholes = recent(MOST_WHOLE);

    private static <K, V> Map<K, V> recent(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * @param worker tells sizes inside models; runs nothing for that
     * @param folder where models are put for it meanwhile
     */
    public CostBook(Worker worker, Path folder) {
        this.worker = worker;
        this.folder = folder;
    }

    /** What all nodes cost, for sizes as they were seen last. */
    public Costs of(Typing typing, LiveState live) {
        return of(
                typing,
                port -> Optional.ofNullable(live.node(port.node()).outputs().get(port.port())));
    }

    /** The same, for these values of outputs. */
    public synchronized Costs of(Typing typing, Function<PortRef, Optional<Tensor>> values) {
        try {
            Regions regions = new Regions(typing);
            Seen seen = new Seen(typing, regions, values);
            Map<NodeId, NodeCost> nodes = new HashMap<>();
            Map<NodeId, Page> read = new HashMap<>();
            for (Region region : regions.eachNode()) {
                NodeId node = region.nodes().getFirst();
                Page page = new Page(region.modelKey(), seen.inputs(region));
                read.put(node, page);
                cost(region, page).ifPresent(cost -> nodes.put(node, cost));
            }
            return new Costs(
                    nodes, total(new Whole(read, Set.copyOf(typing.graph().wires())), regions, seen));
        } catch (LoweringException e) {
            LOG.info("what nodes cost cannot be told: {}", e.getMessage());
            return Costs.NONE;
        }
    }

    private Optional<NodeCost> total(Whole whole, Regions regions, Seen seen) throws LoweringException {
        if (regions.results().isEmpty()) {
            return Optional.empty();
        }
        Optional<NodeCost> known = wholes.get(whole);
        if (known != null) {
            return known;
        }
        Region fused = regions.fused("total");
        Optional<NodeCost> total = read(fused, seen.inputs(fused));
        wholes.put(whole, total);
        return total;
    }

    private Optional<NodeCost> cost(Region region, Page page) {
        NodeCost known = pages.get(page);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<NodeCost> read = read(region, page.inputs());
        read.ifPresent(cost -> pages.put(page, cost));
        return read;
    }

    private Optional<NodeCost> read(Region region, Map<String, TensorType> inputs) {
        try {
            return Optional.of(cost(region.source().build(), inputs));
        } catch (LoweringException | RunException | IOException e) {
            LOG.info("what '{}' costs cannot be told: {}", region.name(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * What a model costs that is given inputs of these types.
     *
     * @throws RunException where the runtime refuses the model
     * @throws IOException where it cannot be written for it
     */
    public NodeCost cost(OnnxModel model, Map<String, TensorType> inputs) throws RunException, IOException {
        Inspection facts = model.inspect();
        Work work = model.work(inputs);
        if (work.multiplyAdds().isEmpty()) {
            work = model.work(InnerTypes.of(model.fed(inputs), worker, folder));
        }
        return new NodeCost(facts.parameters(), facts.weightBytes(), work);
    }
}
