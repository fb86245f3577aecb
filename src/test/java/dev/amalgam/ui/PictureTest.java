package dev.amalgam.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.Document;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.ui.DesignerWindow.Size;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pictures of the whole canvas, of which the window shows a part. */
class PictureTest {
    private static final int FAR = 4000;

    private final FxRobot robot = new FxRobot();
    private final FakeDialogs dialogs = new FakeDialogs();
    private Desk desk;
    private DesignerWindow window;

    @TempDir
    private Path folder;

    /** Two nodes and a wire, much farther apart than the window is wide. */
    @BeforeEach
    void openWindow() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(primary -> {
            window = new DesignerWindow(desk, desk.blank(), _ -> dialogs, Theme.DARK, new Size(1100, 700), () -> {});
            window.show(primary);
            Document document = window.workspace().document();
            add(document, "resize", 0);
            add(document, "normalise", FAR);
            Edit wire = new Edit.Connect(port("resize", "image"), port("normalise", "image"));
            assertThat(document.apply(wire)).isEmpty();
            window.canvas().show(document.state());
            window.canvas().zoom(1);
        });
    }

    @AfterEach
    void closeWindow() throws Exception {
        robot.interact(window::close);
        FxToolkit.cleanupStages();
        desk.close();
    }

    @Test
    void thePngShowsAllOfItAtTwiceItsSize() throws Exception {
        BufferedImage picture = ImageIO.read(export("all.png").toFile());
        assertThat(picture.getWidth()).isBetween(2 * FAR, 2 * (FAR + 400));
        int ground = picture.getRGB(0, 0);
        assertThat(differs(picture, ground, 0, 300)).as("the first card").isTrue();
        assertThat(differs(picture, ground, FAR, FAR + 10)).as("the wire").isTrue();
        assertThat(differs(picture, ground, 2 * FAR, picture.getWidth()))
                .as("the last card")
                .isTrue();
    }

    @Test
    void theSvgHasTextsAndTheWireAsShapes() throws Exception {
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(export("all.svg").toFile())
                .getDocumentElement();
        assertThat(Double.parseDouble(svg.getAttribute("width"))).isBetween((double) FAR, FAR + 400.0);
        assertThat(elements(svg, "text")).extracting(Element::getTextContent).contains("resize", "normalise");
        assertThat(elements(svg, "path"))
                .extracting(path -> path.getAttribute("d"))
                .anySatisfy(course -> assertThat(course).matches("M[-.\\d]+ [-.\\d]+C.*"));
        assertThat(elements(svg, "rect")).hasSizeGreaterThan(2);
    }

    @Test
    void anEmptyCanvasHasNoPicture() {
        robot.interact(() -> window.actions().get("file.new").run());
        assertThat(window.actions().get("file.picture").enabledProperty().get()).isFalse();
    }

    private Path export(String name) throws Exception {
        Path file = folder.resolve(name);
        dialogs.file = Optional.of(file);
        robot.interact(() -> window.actions().get("file.picture").run());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(file));
        return file;
    }

    private static void add(Document document, String kind, double x) {
        document.apply(new Edit.Add(new Node(new NodeId(kind), kind, Settings.NONE), new Position(x, 0)));
    }

    private static PortRef port(String node, String port) {
        return new PortRef(new NodeId(node), port);
    }

    private static boolean differs(BufferedImage picture, int ground, int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(x -> IntStream.range(0, picture.getHeight()).anyMatch(y -> picture.getRGB(x, y) != ground));
    }

    private static List<Element> elements(Element svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
