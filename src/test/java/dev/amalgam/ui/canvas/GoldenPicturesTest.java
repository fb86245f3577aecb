package dev.amalgam.ui.canvas;

import dev.amalgam.desk.Document;
import dev.amalgam.desk.LiveState;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Look;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Tint;
import dev.amalgam.graph.Wire;
import dev.amalgam.tensor.Representation;
import dev.amalgam.ui.look.Fonts;
import dev.amalgam.ui.thread.UiThread;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Cards, wires and ports look as they did, in each theme. Text is drawn by the system's font library, elsewhere otherwise. */
@EnabledOnOs(OS.LINUX)
class GoldenPicturesTest {
    private static final NodeId NODE = new NodeId("decide");
    private static final NodeId MODEL = new NodeId("shared bottom");
    private static final PortRef FROM = PortRef.parse("a.out");
    private static final PortRef TO = PortRef.parse("b.in");

    private final FxRobot robot = new FxRobot();

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "contrast"})
    void cards(String theme) throws Exception {
        Pane sheet = new Pane();
        robot.interact(() -> {
            add(sheet, card(NODE, Results.general()), 20, 20);
            CardView selected = card(NODE, Results.general());
            selected.select(true);
            add(sheet, selected, 290, 20);
            add(sheet, card(NODE, Results.general(), new Edit.SetMode(Set.of(NODE), Mode.MUTED)), 560, 20);
            add(sheet, card(MODEL, Results.troubled()), 20, 240);
            add(sheet, card(NODE, Results.general(), restyle(Look.PLAIN.collapsed(true))), 330, 240);
            Look coloured = Look.PLAIN.tinted(Optional.of(Tint.TEAL)).pinned(true);
            add(sheet, card(NODE, Results.general(), restyle(coloured)), 560, 240);
        });
        check("cards", theme, sheet, 830, 480);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "contrast"})
    void wires(String theme) throws Exception {
        Pane sheet = new Pane();
        robot.interact(() -> {
            int y = 20;
            for (Link.Flow flow : Link.Flow.values()) {
                sheet.getChildren().add(wire(flow, 20, y));
                WireView selected = wire(flow, 220, y);
                selected.select(true);
                sheet.getChildren().add(selected);
                WireView dimmed = wire(flow, 420, y);
                dimmed.dim(true);
                sheet.getChildren().add(dimmed);
                y += 60;
            }
        });
        check("wires", theme, sheet, 620, 260);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "contrast"})
    void ports(String theme) throws Exception {
        Pane sheet = new Pane();
        robot.interact(() -> {
            int y = 20;
            for (Optional<Representation> representation : representations()) {
                int x = 20;
                for (PortView.Verdict verdict : PortView.Verdict.values()) {
                    sheet.getChildren().add(port(representation, verdict, x, y));
                    x += 150;
                }
                y += 26;
            }
        });
        check("ports", theme, sheet, 480, 310);
    }

    private static List<Optional<Representation>> representations() {
        List<Optional<Representation>> all = new ArrayList<>();
        Stream.of(Representation.Form.values())
                .flatMap(form -> switch (form) {
                    case SOFT -> Stream.of(Representation.SOFT, Representation.SOFT_INDEPENDENT);
                    case HARD -> Stream.of(Representation.HARD, Representation.HARD_INDEPENDENT);
                    default -> Stream.of(Representation.of(form));
                })
                .forEach(it -> all.add(Optional.of(it)));
        all.add(Optional.empty());
        return all;
    }

    private static CardView card(NodeId node, LiveState live, Edit... edits) {
        Document document = Figure.general();
        for (Edit edit : edits) {
            document.apply(edit);
        }
        CardView card = new CardView();
        card.show(
                Board.EMPTY.next(document.state(), Optional.of(live)).card(node).orElseThrow());
        return card;
    }

    private static Edit restyle(Look look) {
        return new Edit.Restyle(Map.of(NODE, look));
    }

    private static void add(Pane sheet, Node node, double x, double y) {
        node.relocate(x, y);
        sheet.getChildren().add(node);
    }

    private static WireView wire(Link.Flow flow, double x, double y) {
        WireView view = new WireView();
        Curve curve = new Curve(new Point2D(x, y), new Point2D(x + 170, y + 34));
        view.show(new Link(new Wire(FROM, TO), curve, "", Optional.of(Representation.ENCODING), flow, List.of()));
        return view;
    }

    private static PortView port(
            Optional<Representation> representation, PortView.Verdict verdict, double x, double y) {
        String label = representation.map(it -> it.form().name()).orElse("any");
        Port port = new Port(new PortRef(NODE, label), true, "", "", representation, false);
        PortView view = new PortView(new CardLayout.Place(port, x, y, 120));
        view.judge(verdict);
        return view;
    }

    private void check(String what, String theme, Pane sheet, int width, int height) throws Exception {
        robot.interact(() -> {
            sheet.getStyleClass().addAll("canvas", "scenery");
            sheet.resize(width, height);
            sheet.setStyle("-fx-background-color: -ground;");
            new Scene(sheet, width, height)
                    .getStylesheets()
                    .addAll("/amalgam/theme/base.css", "/amalgam/theme/canvas.css", "/amalgam/theme/" + theme + ".css");
        });
        settle();
        BufferedImage[] picture = {null};
        robot.interact(() -> picture[0] = photograph(sheet, width, height));
        GoldenPicture.check(what + "-" + theme, picture[0]);
    }

    /** Previews are drawn in the background. */
    private static void settle() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, UiThread::isIdle);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static BufferedImage photograph(Pane sheet, int width, int height) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        sheet.applyCss();
        sheet.resize(width, height);
        sheet.layout();
        WritableImage image = sheet.snapshot(parameters, new WritableImage(width, height));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return copy;
    }
}
