package dev.amalgam.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final PortRef FROM = PortRef.of("bottom", "logits");
    private static final PortRef TO = PortRef.of("localise", "maps");

    private static String told(Refusal refusal) {
        return refusal.sentence() + ". " + refusal.remedy() + ".";
    }

    @Test
    void eachNamesThePlaceTheCauseAndTheCure() {
        assertThat(List.of(
                        told(new Refusal.UnknownNode(TO.node())),
                        told(new Refusal.UnknownPort(TO, "maps, picture")),
                        told(new Refusal.UnknownPort(TO, "")),
                        told(new Refusal.NameTaken(TO.node())),
                        told(new Refusal.InputTaken(TO, FROM)),
                        told(new Refusal.WouldCycle(FROM, TO)),
                        told(new Refusal.WouldCycle(FROM, FROM)),
                        told(new Refusal.TypesDisagree(FROM, TO, "float32[N,K]", "float32[N,C,H,W]", "why", "Tap"))))
                .containsExactly(
                        "There is no node named 'localise'. Check the name.",
                        "'localise' has no port named 'maps'. It has maps, picture.",
                        "'localise' has no port named 'maps'. It has none on that side.",
                        "There already is a node named 'localise'. Choose another name.",
                        "The input 'localise.maps' already takes 'bottom.logits'. Remove that wire first.",
                        "'bottom' already depends on 'localise', so this wire would close a circle."
                                + " Feed a result back through state ports, not through a wire.",
                        "'bottom' cannot take its own output: the wire would close a circle."
                                + " Feed a result back through state ports, not through a wire.",
                        "'bottom.logits' gives float32[N,K], but 'localise.maps' takes float32[N,C,H,W]: why. Tap.");
    }
}
