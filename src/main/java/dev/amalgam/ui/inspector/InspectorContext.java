package dev.amalgam.ui.inspector;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.recipe.Workshop;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Setting;
import dev.amalgam.ui.dialogs.FileChoice;
import dev.amalgam.ui.text.Texts;
import java.util.function.BiConsumer;

/**
 * What the inspector works on.
 *
 * @param document where its changes go
 * @param files how a setting gets its file
 * @param compare compares with another value of a setting of a node
 * @param workshop measures what recipes change
 */
public record InspectorContext(
        Document document, FileChoice files, BiConsumer<NodeId, Setting> compare, Workshop workshop) {
    /** Gives a node another name. @return why it cannot have it, empty where it has it now */
    String rename(NodeId from, NodeId to) {
        return document.apply(new Edit.Rename(from, to))
                .map(refusal -> Texts.say(refusal.sentence(), refusal.remedy()))
                .orElse("");
    }
}
