package dev.amalgam.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0.01,<0.1 ms",
        "0.3,0.3 ms",
        "13.44,13.4 ms",
        "99.96,100 ms",
        "374.2,374 ms",
        "999.6,1 s",
        "1234,1.23 s"
    })
    void timesHaveAUnitAndAtMostThreeFigures(double milliseconds, String words) {
        assertThat(Figures.milliseconds(milliseconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "999,999 B",
        "1000,1.00 KB",
        "17031341,17.0 MB",
        "999600,1.00 MB",
        "214000000,214 MB",
        "3200000000,3.20 GB"
    })
    void sizesAreDecimal(long bytes, String words) {
        assertThat(Figures.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "9999,9999", "10000,10.0 k", "4253864,4.25 M", "569000000,569 M", "1200000000,1.20 G"})
    void countsAreShortened(long count, String words) {
        assertThat(Figures.count(count)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "21.71,21.7", "1000,1000", "0.5,0.5", "2,2", "-0.25,-0.25", "0.00001,1.00e-05", "1e9,1.00e+09"})
    void numbersHaveNoZerosAtTheEnd(double value, String words) {
        assertThat(Figures.number(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0.00", "0.001,<0.01", "0.617,0.62", "1,1.00", "12.5,12.5"})
    void aScoreThatIsMoreThanNothingNeverReadsAsNothing(double score, String words) {
        assertThat(Figures.score(score)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0,0 s", "59,59 s", "60,1 min", "3599,59 min", "7200,2 h"})
    void durationsGrowCoarser(long seconds, String words) {
        assertThat(Figures.duration(seconds)).isEqualTo(words);
    }
}
