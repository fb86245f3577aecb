package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Reading.Neighbour;
import dev.amalgam.tensor.Representation.Form;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** The nearest of what was seen before, nearest first: small pictures with their cosines, or bars where there are none. */
final class NeighboursPreview extends Plate {
    private static final double GAP = 10;
    private static final double CAPTION = 32;
    private static final double LEAST = 56;
    private static final double MOST = 128;

    NeighboursPreview(Reading.Neighbours reading, Form form, double width, double height) {
        super(width, height, says(reading.nearest()));
        boolean pictured =
                reading.nearest().stream().anyMatch(one -> one.picture().isPresent());
        if (pictured && height >= LEAST + CAPTION) {
            pictures(reading.nearest());
        } else {
            getChildren().add(bars(reading.nearest(), form));
        }
    }

    private RankingPreview bars(List<Neighbour> nearest, Form form) {
        List<Reading.Score> scores = nearest.stream()
                .map(one -> new Reading.Score(one.label(), one.cosine()))
                .toList();
        return new RankingPreview(new Reading.Ranking(scores, List.of()), form, width, height);
    }

    private void pictures(List<Neighbour> nearest) {
        double side = MOST;
        while (side > LEAST && across(side) * down(side) < nearest.size()) {
            side--;
        }
        int across = Math.max(1, across(side));
        for (int i = 0; i < Math.min(nearest.size(), across * down(side)); i++) {
            int line = i / across;
            add(nearest.get(i), i % across * (side + GAP), line * (side + CAPTION + GAP), side);
        }
    }

    private int across(double side) {
        return (int) ((width + GAP) / (side + GAP));
    }

    private int down(double side) {
        return (int) ((height + GAP) / (side + CAPTION + GAP));
    }

    private void add(Neighbour one, double x, double y, double side) {
        one.picture().ifPresent(picture -> {
            Image image = Pictures.image(picture, side);
            double scale = side / Math.max(image.getWidth(), image.getHeight());
            ImageView view = new ImageView(image);
            view.setFitWidth(Math.rint(image.getWidth() * scale));
            view.setFitHeight(Math.rint(image.getHeight() * scale));
            view.setX(x);
            view.setY(y + side - view.getFitHeight());
            getChildren().add(view);
        });
        line(BarList.score(one.cosine()), x, y + side + CAPTION / 4, side, "first");
        line(one.label(), x, y + side + 3 * CAPTION / 4 - 2, side, "off");
    }

    private static String says(List<Neighbour> nearest) {
        return nearest.stream()
                .limit(5)
                .map(one -> one.label() + " " + BarList.score(one.cosine()))
                .collect(Collectors.joining(", "));
    }
}
