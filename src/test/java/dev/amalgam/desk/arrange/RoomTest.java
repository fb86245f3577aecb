package dev.amalgam.desk.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Area WANTED = new Area(100, 100, 60, 40);

    @Test
    void whereThereIsRoomItStandsWhereItIsWanted() {
        assertThat(Room.near(WANTED, List.of(), 10)).isEqualTo(WANTED);
        assertThat(Room.near(WANTED, List.of(new Area(400, 100, 60, 40)), 10)).isEqualTo(WANTED);
    }

    @Test
    void whereSomethingStandsItGoesUpOrDownRatherThanAside() {
        Area there = new Area(100, 90, 60, 60);
        Area found = Room.near(WANTED, List.of(there), 10);
        assertThat(found.grownBy(10).overlaps(there)).isFalse();
        assertThat(found.x()).isEqualTo(WANTED.x());
        assertThat(Math.abs(found.y() - WANTED.y())).isLessThanOrEqualTo(80);
    }

    @Test
    void whereAllAroundIsTakenItStaysWhereItIsWanted() {
        assertThat(Room.near(WANTED, List.of(new Area(-5000, -5000, 10000, 10000)), 10))
                .isEqualTo(WANTED);
    }
}
