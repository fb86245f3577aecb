package dev.amalgam.run.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amalgam.kind.KindException;
import dev.amalgam.run.feed.PictureFiles.Frame;
import dev.amalgam.tensor.Tensor;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of pictures, and pictures that move. */
class ReelsTest {
    @TempDir
    private Path folder;

    private static List<Integer> colour(Tensor picture, int x, int y) {
        int at = (int) ((y * picture.dims()[1] + x) * 3);
        return IntStream.range(at, at + 3)
                .mapToObj(i -> picture.bytes().get(i) & 0xff)
                .toList();
    }

    @Test
    void aFolderIsShownInTheOrderInWhichPeopleCount() throws Exception {
        for (String name : List.of("shot 10.png", "shot 2.png", "Shot 1.PNG", "b.jpg", "notes.txt", ".hidden.png")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("folder.png"));
        Reel reel = Reels.open(folder);
        assertThat(IntStream.range(0, reel.size()).mapToObj(reel::name))
                .containsExactly("b.jpg", "Shot 1.PNG", "shot 2.png", "shot 10.png");
        assertThat(reel.name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void namesThatDifferOnlyInZerosAndCapitalsHaveAnOrderToo() {
        List<String> names = Arrays.asList("a2", "A10", "a02", "a", "1b", "01a", "99999999999999999999", "b");
        names.sort(NaturalOrder::compare);
        assertThat(names).containsExactly("01a", "1b", "99999999999999999999", "a", "a02", "a2", "A10", "b");
        assertThat(NaturalOrder.compare("x", "X")).isNotZero();
    }

    @Test
    void aBrokenPictureIsRefusedByNameAndTheOthersAreRead() throws Exception {
        PictureFiles.broken(folder.resolve("1.png"));
        PictureFiles.png(folder.resolve("2.png"), 3, 2, Color.RED);
        Reel reel = Reels.open(folder);
        assertThatThrownBy(() -> reel.picture(0))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("1.png");
        assertThat(reel.picture(1).dims()).containsExactly(2, 3, 3);
        assertThat(colour(Reels.first(reel), 0, 0)).containsExactly(255, 0, 0);
    }

    @Test
    void aFolderWithoutAPictureThatCanBeReadIsRefused() throws Exception {
        assertThatThrownBy(() -> Reels.open(folder))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("there is no picture in it");
        PictureFiles.broken(folder.resolve("1.png"));
        PictureFiles.broken(folder.resolve("2.png"));
        Reel reel = Reels.open(folder);
        assertThatThrownBy(() -> Reels.first(reel))
                .isInstanceOf(KindException.class)
                .hasMessageStartingWith("None of the 2 pictures");
    }

    private Path moving() throws Exception {
        return PictureFiles.gif(
                folder.resolve("moving.gif"),
                List.of(
                        new Frame(PictureFiles.plain(4, 4, Color.RED), 0, 0, "none", 5),
                        new Frame(PictureFiles.plain(2, 2, Color.GREEN), 0, 0, "restoreToPrevious", 20),
                        new Frame(PictureFiles.plain(2, 2, Color.BLUE), 2, 2, "restoreToBackgroundColor", 0),
                        new Frame(PictureFiles.plain(1, 1, Color.BLACK), 0, 0, "none", 7)));
    }

    @Test
    void theFramesOfAGifAreDrawnOneOverTheOther() throws Exception {
        Reel reel = Reels.open(moving());
        assertThat(reel.size()).isEqualTo(4);
        List<Integer> red = List.of(255, 0, 0);
        assertThat(colour(reel.picture(0), 0, 0)).isEqualTo(red);
        assertThat(colour(reel.picture(1), 0, 0)).containsExactly(0, 255, 0);
        assertThat(colour(reel.picture(1), 3, 3)).isEqualTo(red);
        Tensor third = reel.picture(2);
        assertThat(third.dims()).containsExactly(4, 4, 3);
        assertThat(colour(third, 0, 0))
                .as("the second frame gave back what was there")
                .isEqualTo(red);
        assertThat(colour(third, 3, 3)).containsExactly(0, 0, 255);
        Tensor fourth = reel.picture(3);
        assertThat(colour(fourth, 0, 0)).containsExactly(0, 0, 0);
        assertThat(colour(fourth, 3, 3)).as("cleared, which is white").containsExactly(255, 255, 255);
    }

    @Test
    void aFrameIsTheSameWhicheverWayOneComesToIt() throws Exception {
        Reel forth = Reels.open(moving());
        List<Tensor> inOrder = List.of(forth.picture(0), forth.picture(1), forth.picture(2), forth.picture(3));
        Reel across = Reels.open(moving());
        for (int position : new int[] {3, 1, 1, 0, 2, 3}) {
            assertThat(across.picture(position)).isEqualTo(inOrder.get(position));
        }
    }

    @Test
    void aGifSaysHowLongAFrameIsSeen() throws Exception {
        Reel reel = Reels.open(moving());
        assertThat(reel.shown(0)).contains(Duration.ofMillis(50));
        assertThat(reel.shown(1)).contains(Duration.ofMillis(200));
        assertThat(reel.shown(2))
                .as("no time at all is a tenth, as in browsers")
                .contains(Duration.ofMillis(100));
    }

    @Test
    void whatIsNoGifOrEndsTooEarlyIsRefused() throws Exception {
        Path text = PictureFiles.broken(folder.resolve("text.gif"));
        assertThatThrownBy(() -> Reels.open(text))
                .isInstanceOf(KindException.class)
                .hasMessageContaining("text.gif");
        byte[] whole = Files.readAllBytes(moving());
        Path cut = Files.write(folder.resolve("cut.gif"), Arrays.copyOf(whole, 20));
        assertThatThrownBy(() -> Reels.open(cut)).isInstanceOf(KindException.class);
    }
}
