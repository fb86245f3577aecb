package dev.amalgam.graph;

import java.util.SequencedMap;

/**
 * What is drawn of an amalgamation and changes nothing that runs.
 *
 * @param places where cards stand
 * @param looks of the cards that are not plain
 * @param notes in the order they were made
 */
record Drawing(
        SequencedMap<NodeId, Position> places, SequencedMap<NodeId, Look> looks, SequencedMap<NoteId, Note> notes) {}
