package dev.amalgam.ui.preview;

import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Reading.Score;
import dev.amalgam.tensor.Representation.Form;
import java.util.List;
import java.util.stream.Collectors;

/** Names with bars, best first. */
final class RankingPreview extends BarList {
    RankingPreview(Reading.Ranking reading, Form form, double width, double height) {
        super(reading.scores().size(), form, width, height, says(reading.scores()));
        List<Score> scores = reading.scores();
        // Probabilities and cosines fill the track at 1; anything larger is compared with the best.
        double full = scores.stream()
                .mapToDouble(Score::score)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double whole = Math.max(1, full);
        for (int i = 0; i < rows(); i++) {
            Score score = scores.get(i);
            row(i, score.label(), score.score() / whole, score(score.score()), i == 0 ? "first" : "further");
        }
    }

    private static String says(List<Score> scores) {
        return scores.stream()
                .limit(5)
                .map(it -> it.label() + " " + score(it.score()))
                .collect(Collectors.joining(", "));
    }
}
