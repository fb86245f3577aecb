package dev.amalgam.kind.task;

import static dev.amalgam.kind.Numbers.floats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.kind.KindRun;
import dev.amalgam.kind.View;
import dev.amalgam.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeypointsKindTest {
    /** 60 pixels wide, 20 high: a cell of a map of 2 × 3 is 20 by 10 pixels. */
    private static final Tensor PICTURE = Tensor.bytes(new long[] {20, 60, 3}, new byte[20 * 60 * 3]);

    private static final Tensor MAPS =
            Tensor.floats(new long[] {1, 3, 2, 3}, 0, 0, 9, 1, 2, 3, -5, -4, -3, -2, -1, -6, 7, 7, 7, 7, 7, 7);

    private static KindRun run() {
        return KindRun.of(new KeypointsKind()).in("maps", MAPS).in("image", PICTURE);
    }

    @Test
    void eachPointIsTheMiddleOfTheHighestCell() throws Exception {
        Map<String, Tensor> found = run().run();
        assertThat(floats(found.get("points"))).containsExactly(50, 5, 30, 15, 10, 5);
        assertThat(floats(found.get("scores"))).containsExactly(9, -1, 7);
        assertThat(found.get("points").dims()).containsExactly(3, 2);
    }

    @Test
    void theTypesFollowFromTheMaps() throws Exception {
        assertThat(run().types()).hasToString("{points=float32[3,2], scores=float32[3]}");
        assertThat(run().view()).isEqualTo(new View.Keypoints("points", "scores", "image"));
    }
}
