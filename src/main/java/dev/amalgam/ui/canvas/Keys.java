package dev.amalgam.ui.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while the canvas has the focus. */
final class Keys {
    private static final double STEP = 4;
    private static final double LEAP = 24;

    private final CanvasView canvas;
    private final Hands hands;
    private final Walk walk;

    Keys(CanvasView canvas, Hands hands, Walk walk) {
        this.canvas = canvas;
        this.hands = hands;
        this.walk = walk;
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    }

    private void release(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            hands.holdSpace(false);
        }
    }

    private void press(KeyEvent event) {
        boolean used = event.isShortcutDown() ? shortcut(event) : plain(event);
        if (used) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    canvas.redo();
                } else {
                    canvas.undo();
                }
            }
            case Y -> canvas.redo();
            case A -> canvas.selectAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        double step = event.isShiftDown() ? LEAP : STEP;
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> canvas.deleteSelection();
            case ESCAPE -> {
                return hands.cancel() || canvas.clearSelection();
            }
            case SPACE -> hands.holdSpace(true);
            case LEFT -> canvas.nudge(-step, 0);
            case RIGHT -> canvas.nudge(step, 0);
            case UP -> canvas.nudge(0, -step);
            case DOWN -> canvas.nudge(0, step);
            case TAB -> {
                return walk.step(event.isShiftDown());
            }
            case ENTER -> {
                return walk.choose();
            }
            case W -> {
                return walk.wire();
            }
            case F -> canvas.fitAll();
            default -> {
                return false;
            }
        }
        return true;
    }
}
