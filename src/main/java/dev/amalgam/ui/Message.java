package dev.amalgam.ui;

import dev.amalgam.kind.KindException;
import dev.amalgam.project.ProjectException;
import dev.amalgam.ui.text.Texts;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, for people.
 *
 * @param sentence what and where
 * @param remedy what to do
 */
record Message(String sentence, String remedy) {
    static Message of(Exception e) {
        return switch (e) {
            case ProjectException known ->
                new Message(Texts.say(known.getMessage()) + ".", Texts.say(known.remedy()) + ".");
            case KindException known ->
                new Message(Texts.say(known.getMessage()) + ".", Texts.say(known.remedy()) + ".");
            default -> {
                // Whoever looks for the cause finds it in the log; people get a sentence.
                LoggerFactory.getLogger(Message.class).warn("A command failed", e);
                String told = e.getMessage();
                yield new Message(told == null ? e.toString() : told + ".", Texts.get("dialog.kept"));
            }
        };
    }
}
