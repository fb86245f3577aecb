package dev.amalgam.compile;

import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Feed;

/**
 * A graph input and what fills it while the designer runs.
 *
 * @param node the source, which names the input
 * @param feed where the values come from
 * @param type what the values must be
 * @param key names the values
 */
public record Source(NodeId node, Feed feed, PortType type, String key) {}
