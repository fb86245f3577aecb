package dev.amalgam.ui.input;

import dev.amalgam.tensor.ElementType;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.ui.text.Texts;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Rectangle;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/** Takes a part of the screen as a picture, and the same part again. For the UI thread only. */
final class Screenshot {
    /** A smaller rectangle was a click. */
    private static final double LEAST = 8;

    private Optional<Rectangle2D> region = Optional.empty();

    /** Whether a part was chosen that can be taken again. */
    boolean hasRegion() {
        return region.isPresent();
    }

    /**
     * Lets a person draw a rectangle over a still picture of the screen; Escape leaves all as it is.
     *
     * @param owner the window, whose screen it is
     * @param taken hears of the picture, uint8[height,width,3]
     * @return whether the screen can be taken here at all
     */
    boolean choose(Window owner, Consumer<Tensor> taken) {
        Screen screen =
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary());
        Optional<Image> whole = capture(screen.getBounds());
        whole.ifPresent(image -> ask(owner, screen, image, area -> {
            region = Optional.of(area);
            again(taken);
        }));
        return whole.isPresent();
    }

    /** Takes the same part as it is now. @return whether that worked */
    boolean again(Consumer<Tensor> taken) {
        Optional<Image> image = region.flatMap(Screenshot::capture);
        image.map(Screenshot::tensor).ifPresent(taken);
        return image.isPresent();
    }

    /** Where the platform lets nobody look, it throws or gives nothing but black. */
    private static Optional<Image> capture(Rectangle2D area) {
        try {
            Image image = new Robot().getScreenCapture(null, area);
            return Optional.ofNullable(image).filter(Screenshot::showsSomething);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean showsSomething(Image image) {
        return tensor(image).bytes().mismatch(ByteBuffer.allocate((int) image.getWidth() * (int) image.getHeight() * 3))
                >= 0;
    }

    private static void ask(Window owner, Screen screen, Image image, Consumer<Rectangle2D> chosen) {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        ImageView still = new ImageView(image);
        still.setFitWidth(screen.getBounds().getWidth());
        still.setFitHeight(screen.getBounds().getHeight());
        Rectangle frame = new Rectangle();
        frame.getStyleClass().add("screen-frame");
        Label hint = new Label(Texts.get("input.screen.hint"));
        hint.getStyleClass().add("hint");
        hint.relocate(24, 24);
        Pane pane = new Pane(still, frame, hint);
        pane.setCursor(Cursor.CROSSHAIR);
        pane.setAccessibleText(Texts.get("input.screen.hint"));
        Scene scene = new Scene(pane);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        Point2D[] from = {Point2D.ZERO};
        pane.setOnMousePressed(event -> from[0] = new Point2D(event.getX(), event.getY()));
        pane.setOnMouseDragged(event -> lay(frame, from[0], new Point2D(event.getX(), event.getY())));
        pane.setOnMouseReleased(_ -> {
            if (frame.getWidth() >= LEAST && frame.getHeight() >= LEAST) {
                // Hidden first: what is taken is the screen below.
                stage.setOnHidden(_ -> chosen.accept(onScreen(screen, frame)));
                stage.close();
            }
        });
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.initOwner(owner);
        stage.setScene(scene);
        stage.setX(screen.getBounds().getMinX());
        stage.setY(screen.getBounds().getMinY());
        stage.show();
    }

    private static void lay(Rectangle frame, Point2D from, Point2D to) {
        frame.setX(Math.min(from.getX(), to.getX()));
        frame.setY(Math.min(from.getY(), to.getY()));
        frame.setWidth(Math.abs(to.getX() - from.getX()));
        frame.setHeight(Math.abs(to.getY() - from.getY()));
    }

    private static Rectangle2D onScreen(Screen screen, Rectangle frame) {
        return new Rectangle2D(
                screen.getBounds().getMinX() + frame.getX(),
                screen.getBounds().getMinY() + frame.getY(),
                Math.rint(frame.getWidth()),
                Math.rint(frame.getHeight()));
    }

    /** The pixels of an image as uint8[height,width,3], RGB. */
    static Tensor tensor(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        ByteBuffer rgb = ByteBuffer.allocate(argb.length * 3);
        for (int pixel : argb) {
            rgb.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        }
        return Tensor.of(ElementType.UINT8, new long[] {height, width, 3}, rgb.flip());
    }
}
