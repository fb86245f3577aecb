package crooked.graph;

import crooked.tensor.Greedy;

/** Closes a circle with the floor below. */
public class Node {
    Greedy below;
}
