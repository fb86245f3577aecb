package dev.amalgam.desk.inside;

import dev.amalgam.desk.inside.Layering.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Brings the bodies of each layer to the height of their neighbours, in the order that they have, with room between them. In
 * each layer that is a least-squares problem whose solution is isotonic regression (pool adjacent violators, Ayer 1955).
 */
final class Settling {
    private static final double BETWEEN_BOXES = 18;
    private static final double BETWEEN_LINES = 8;

    private Settling() {}

    /** Gives every body its upper edge. */
    static void settle(List<List<Body>> layers) {
        layers.forEach(Settling::stack);
        for (int sweep = 0; sweep < 3; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (List<Body> layer : forth ? layers : layers.reversed()) {
                place(layer, forth ? body -> body.before : body -> body.after);
            }
        }
    }

    private static void stack(List<Body> layer) {
        double y = 0;
        for (Body body : layer) {
            body.y = y;
            y += body.height + gap(body);
        }
        for (Body body : layer) {
            body.y -= y / 2;
        }
    }

    private static double gap(Body body) {
        return body.isBox() && body.width > 0 ? BETWEEN_BOXES : BETWEEN_LINES;
    }

    /** Several bodies that stand as close as they can. */
    private static final class Pool {
        double sum;
        double weight;
        final List<Body> bodies = new ArrayList<>();

        double wish() {
            return sum / weight;
        }

        void take(Pool other) {
            sum += other.sum;
            weight += other.weight;
            bodies.addAll(other.bodies);
        }
    }

    private static void place(List<Body> layer, Function<Body, List<Body>> neighbours) {
        List<Pool> pools = new ArrayList<>();
        double taken = 0;
        double[] offsets = new double[layer.size()];
        for (int i = 0; i < layer.size(); i++) {
            Body body = layer.get(i);
            offsets[i] = taken;
            Pool pool = new Pool();
            pool.weight = body.isBox() ? 1 : 2;
            pool.sum = pool.weight * (wish(body, neighbours.apply(body)) - body.height / 2 - taken);
            pool.bodies.add(body);
            while (!pools.isEmpty() && pools.getLast().wish() >= pool.wish()) {
                Pool above = pools.removeLast();
                above.take(pool);
                pool = above;
            }
            pools.add(pool);
            taken += body.height + gap(body);
        }
        int i = 0;
        for (Pool pool : pools) {
            for (Body body : pool.bodies) {
                body.y = pool.wish() + offsets[i++];
            }
        }
    }

    private static double wish(Body body, List<Body> neighbours) {
        return neighbours.stream().mapToDouble(Body::middle).average().orElse(body.middle());
    }
}
