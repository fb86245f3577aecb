package dev.amalgam.desk.arrange;

import static dev.amalgam.desk.arrange.Layered.Card;

import dev.amalgam.graph.Amalgamation;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Wire;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Cards and wires in the words of ELK, and its answer in ours. */
final class LayeredDrawing {
    private static final double BETWEEN_LAYERS = 72;
    private static final double BETWEEN_CARDS = 32;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /** A card and the node that stands for it in ELK. */
    private record Shape(Card card, ElkNode node) {}

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<NodeId, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, ElkPort> ports = new HashMap<>();

    LayeredDrawing(Amalgamation graph, Map<NodeId, Card> cards) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_CARDS);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        // The order of the graph and not of a hash table, so that the same graph is always laid out the same.
        for (NodeId id : graph.order()) {
            Card card = cards.get(id);
            if (card != null) {
                shapes.put(id, new Shape(card, node(graph, id, card.area())));
            }
        }
        graph.wires().stream().sorted().forEach(this::draw);
    }

    private void draw(Wire wire) {
        Shape source = shapes.get(wire.from().node());
        Shape target = shapes.get(wire.to().node());
        if (source != null && target != null) {
            ElkPort output = ports.computeIfAbsent("out " + wire.from(), _ -> output(source, wire.from()));
            ElkPort input = ports.computeIfAbsent("in " + wire.to(), _ -> input(target, wire.to()));
            ElkGraphUtil.createSimpleEdge(output, input);
        }
    }

    ElkNode root() {
        return root;
    }

    private ElkNode node(Amalgamation graph, NodeId id, Area area) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(area.width(), area.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        if (graph.wiresInto(id).isEmpty() && !graph.wiresOutOf(id).isEmpty()) {
            node.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
        }
        return node;
    }

    private static ElkPort output(Shape shape, PortRef ref) {
        double middle = shape.card().area().height() / 2;
        double below = shape.card().outputs().getOrDefault(ref.port(), middle);
        return port(shape.node(), PortSide.EAST, shape.card().area().width(), below);
    }

    private static ElkPort input(Shape shape, PortRef ref) {
        double middle = shape.card().area().height() / 2;
        return port(shape.node(), PortSide.WEST, 0, shape.card().inputs().getOrDefault(ref.port(), middle));
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }

    /** Where ELK has put the cards; the whole keeps its left upper corner. */
    Map<NodeId, Position> places() {
        Optional<Area> before =
                Area.around(shapes.values().stream().map(it -> it.card().area()).toList());
        Optional<Area> after =
                Area.around(shapes.values().stream().map(LayeredDrawing::drawn).toList());
        double dx = before.map(Area::x).orElse(0.0) - after.map(Area::x).orElse(0.0);
        double dy = before.map(Area::y).orElse(0.0) - after.map(Area::y).orElse(0.0);
        Map<NodeId, Position> places = new LinkedHashMap<>();
        shapes.forEach((id, shape) -> {
            Area drawn = drawn(shape);
            places.put(id, new Position(Math.rint(drawn.x() + dx), Math.rint(drawn.y() + dy)));
        });
        return places;
    }

    private static Area drawn(Shape shape) {
        ElkNode node = shape.node();
        return new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight());
    }
}
