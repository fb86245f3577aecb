package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.ui.text.Texts;
import java.util.List;

/** Lines of text, as many as there is room for; the last says how many more there are. */
final class TextPreview extends Plate {
    private static final double PITCH = 16;

    TextPreview(Reading.Text reading, double width, double height) {
        super(width, height, String.join("\n", reading.lines()));
        lines(reading.lines());
    }

    private void lines(List<String> lines) {
        int fit = Math.max(1, (int) (height / PITCH));
        boolean all = lines.size() <= fit;
        int shown = all ? lines.size() : fit - 1;
        for (int i = 0; i < shown; i++) {
            line(lines.get(i), 0, (i + 0.5) * PITCH, width);
        }
        if (!all) {
            line(Texts.get("preview.more", lines.size() - shown), 0, (shown + 0.5) * PITCH, width, "further");
        }
    }
}
