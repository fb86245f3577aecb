package dev.amalgam.desk.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.ContentKeys;
import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Desk;
import dev.amalgam.desk.DeskSettings;
import dev.amalgam.desk.LiveState;
import dev.amalgam.desk.NodeState.Status;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Subscription;
import dev.amalgam.desk.Workspace;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Settings;
import dev.amalgam.graph.Value;
import dev.amalgam.graph.Value.FileRef;
import dev.amalgam.run.feed.PictureFiles;
import dev.amalgam.run.feed.Pictures;
import dev.amalgam.tensor.Tensor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at through a source flows in, nothing of it is stale, and nothing of it is in the document. */
class LiveInputsTest {
    private static final Path PHOTOS = Path.of("samples/figure-3/photos");
    private static final NodeId PHOTO = new NodeId("photo");
    private static final NodeId SOFTMAX = new NodeId("softmax");
    private static final NodeId DECIDE = new NodeId("decide");

    @TempDir
    private Path folder;

    private Desk desk;
    private Workspace workspace;
    private LiveInputs inputs;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.start(DeskSettings.standard());
        workspace = desk.open(Path.of("samples/figure-3/figure-3.amalgam"));
        inputs = workspace.inputs();
    }

    @AfterEach
    void close() {
        workspace.close();
        desk.close();
    }

    private void show(Path file) throws Exception {
        FileRef reference = workspace.reference(file);
        assertThat(workspace.document().apply(new Edit.Change(PHOTO, "file", Optional.of(reference))))
                .isEmpty();
    }

    private LiveState settled() throws Exception {
        CompletableFuture<LiveState> found = new CompletableFuture<>();
        long revision = workspace.document().state().revision().number();
        try (Subscription _ = workspace.live().onChange(state -> settle(found, state, revision))) {
            settle(found, workspace.live().state(), revision);
            return found.get(120, TimeUnit.SECONDS);
        }
    }

    private static void settle(CompletableFuture<LiveState> found, LiveState state, long revision) {
        if (state.isSettled() && state.revision() == revision) {
            found.complete(state);
        }
    }

    private static String best(LiveState state) {
        Reading.Ranking ranking = (Reading.Ranking) state.node(DECIDE).reading().orElseThrow();
        return ranking.scores().getFirst().label();
    }

    private static Tensor picture(LiveState state) {
        return state.node(PHOTO).outputs().get("image");
    }

    private ReelState reel() {
        return inputs.state(PHOTO).orElseThrow();
    }

    @Test
    void aFolderFlowsInPictureByPicture() throws Exception {
        show(PHOTOS);
        assertThat(picture(settled())).isEqualTo(Pictures.read(PHOTOS.resolve("allium-oreophilum.jpg")));
        assertThat(reel().number()).isEqualTo(1);
        assertThat(reel().count()).isEqualTo(6);
        inputs.step(PHOTO, 1);
        assertThat(best(settled())).isEqualTo("Egyptian cat");
        assertThat(reel().picture()).isEqualTo("chelsea.png");
        inputs.step(PHOTO, 1);
        assertThat(best(settled())).isEqualTo("espresso");
        inputs.step(PHOTO, -3);
        settled();
        assertThat(reel().picture()).as("round at the ends").isEqualTo("rocket.jpg");
    }

    @Test
    void theReferenceToAFolderHoldsBesideTheAmalgamationAndHasNoHash() throws Exception {
        assertThat(workspace.reference(PHOTOS)).isEqualTo(new FileRef("photos/", "", ""));
        assertThat(workspace.reference(folder).path()).isEqualTo(folder.toRealPath() + "/");
    }

    @Test
    void whatHangsBelowIsStaleAtOnceAndWhatWasThereBeforeIsFoundAgain() throws Exception {
        show(PHOTOS);
        settled();
        var seen = new CopyOnWriteArrayList<LiveState>();
        try (Subscription _ = workspace.live().onChange(seen::add)) {
            inputs.step(PHOTO, 1);
            assertThat(seen.getFirst().node(PHOTO).status()).isEqualTo(Status.STALE);
            assertThat(seen.getFirst().node(DECIDE).status()).isEqualTo(Status.STALE);
        }
        settled();
        seen.clear();
        try (Subscription _ = workspace.live().onChange(seen::add)) {
            workspace.document().apply(new Edit.Change(SOFTMAX, "temperature", Optional.of(new Value.Real(2))));
            assertThat(seen.getFirst().node(PHOTO).status()).as("known already").isEqualTo(Status.CACHED);
            assertThat(seen.getFirst().node(DECIDE).status()).isEqualTo(Status.STALE);
        }
        assertThat(settled().node(PHOTO).status()).isEqualTo(Status.CACHED);
    }

    @Test
    void brokenPicturesAreSkippedCountedAndListed() throws Exception {
        PictureFiles.broken(folder.resolve("1.png"));
        PictureFiles.png(folder.resolve("2.png"), 30, 20, Color.RED);
        PictureFiles.broken(folder.resolve("3.png"));
        PictureFiles.png(folder.resolve("4.png"), 20, 30, Color.RED);
        show(folder);
        assertThat(picture(settled()).dims()).containsExactly(20, 30, 3);
        inputs.step(PHOTO, 1);
        LiveState state = settled();
        assertThat(picture(state).dims()).containsExactly(30, 20, 3);
        assertThat(reel().number()).isEqualTo(2);
        assertThat(reel().count()).isEqualTo(2);
        assertThat(reel().broken().values()).containsExactly("1.png", "3.png");
        assertThat(state.node(PHOTO).findings())
                .extracting(Problem::message)
                .filteredOn(it -> it.contains("skipped"))
                .singleElement()
                .asString()
                .startsWith("2 of 4 pictures in")
                .endsWith("cannot be read and are skipped: 1.png, 3.png");
        inputs.step(PHOTO, -1);
        assertThat(picture(settled()).dims()).containsExactly(20, 30, 3);
        show(PHOTOS.resolve("coffee.png"));
        assertThat(settled().node(PHOTO).findings())
                .as("no longer than they are skipped")
                .isEmpty();
    }

    @Test
    void aFolderWithoutAPictureFailsOnItsNode() throws Exception {
        PictureFiles.broken(folder.resolve("1.png"));
        show(folder);
        LiveState state = settled();
        assertThat(state.node(PHOTO).status()).isEqualTo(Status.FAILED);
        assertThat(state.node(PHOTO).trouble().orElseThrow().sentence()).contains("None of the 1 pictures");
        PictureFiles.png(folder.resolve("2.png"), 30, 20, Color.RED);
        workspace.live().rerun();
        assertThat(settled().node(PHOTO).status()).isEqualTo(Status.FRESH);
    }

    @Test
    void aDisturbedPictureFlowsInAndResetFindsTheOldResults() throws Exception {
        Tensor before = picture(settled());
        Perturbation dark = Perturbation.NONE.withBrightness(-0.5);
        inputs.change(PHOTO, look -> look.with(dark));
        assertThat(picture(settled())).isEqualTo(dark.apply(before));
        assertThat(workspace.document().state().isModified())
                .as("no part of the document")
                .isFalse();
        inputs.change(PHOTO, look -> look.with(Perturbation.NONE));
        LiveState again = settled();
        assertThat(picture(again)).isEqualTo(before);
        assertThat(best(again)).isEqualTo("Egyptian cat");
    }

    @Test
    void aPictureFlowsInInsteadAndTheNodeNeedsNoFileForIt() throws Exception {
        workspace.document().apply(new Edit.Change(PHOTO, "file", Optional.empty()));
        assertThat(settled().node(PHOTO).status()).isEqualTo(Status.FAILED);
        Tensor coffee = Pictures.read(PHOTOS.resolve("coffee.png"));
        inputs.change(PHOTO, look -> look.instead(Optional.of(coffee)));
        assertThat(best(settled())).isEqualTo("espresso");
        inputs.change(PHOTO, look -> look.instead(Optional.empty()));
        assertThat(settled().node(PHOTO).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void theKeyOfAValueIsThatOfItsContent() throws Exception {
        var typing = workspace.settled().typing();
        Tensor coffee = Pictures.read(PHOTOS.resolve("coffee.png"));
        ContentKeys plain = ContentKeys.of(typing);
        ContentKeys given = ContentKeys.of(typing, Map.of(PHOTO, coffee));
        assertThat(given.node(PHOTO)).isPresent().isNotEqualTo(plain.node(PHOTO));
        assertThat(given.node(DECIDE)).isPresent().isNotEqualTo(plain.node(DECIDE));
        Tensor same = Pictures.read(PHOTOS.resolve("coffee.png"));
        assertThat(ContentKeys.of(typing, Map.of(PHOTO, same)).node(DECIDE)).isEqualTo(given.node(DECIDE));
    }

    @Test
    void playGoesThroughTheReelAndRoundFromWhereItStands() throws Exception {
        for (int i = 0; i < 3; i++) {
            PictureFiles.png(folder.resolve(i + ".png"), 10 + i, 10, Color.RED);
        }
        show(folder);
        settled();
        inputs.step(PHOTO, 1);
        settled();
        List<Long> widths = new ArrayList<>();
        List<LiveState> meanwhile = new CopyOnWriteArrayList<>();
        Subscription listening = workspace.live().onChange(meanwhile::add);
        try (Play play = new Play(inputs, workspace.document().state().typing())) {
            for (int frame = 0; frame < 5; frame++) {
                widths.add(play.next().get(PHOTO).dims()[1]);
            }
            assertThat(meanwhile).as("nothing runs live meanwhile").isEmpty();
        }
        listening.close();
        assertThat(widths).containsExactly(11L, 12L, 10L, 11L, 12L);
        assertThat(picture(settled()).dims()[1])
                .as("it stays where the play ended")
                .isEqualTo(12);
        assertThat(reel().number()).isEqualTo(3);
    }

    @Test
    void aGifIsAReelToo() throws Exception {
        Path gif = PictureFiles.gif(
                folder.resolve("moving.gif"),
                List.of(
                        new PictureFiles.Frame(PictureFiles.plain(8, 8, Color.RED), 0, 0, "none", 5),
                        new PictureFiles.Frame(PictureFiles.plain(8, 8, Color.BLUE), 0, 0, "none", 5)));
        show(gif);
        Tensor red = picture(settled());
        inputs.step(PHOTO, 1);
        assertThat(picture(settled())).isNotEqualTo(red);
        assertThat(reel().count()).isEqualTo(2);
        Files.delete(gif);
    }

    @Test
    void whatIsLookedAtGoesAlongWithANameAndNotWithAnotherNode() throws Exception {
        NodeId picture = new NodeId("picture");
        show(PHOTOS);
        settled();
        inputs.step(PHOTO, 2);
        settled();
        Look look = inputs.look(PHOTO);
        assertThat(look).isNotEqualTo(Look.PLAIN);
        workspace.document().apply(new Edit.Rename(PHOTO, picture));
        settled();
        assertThat(inputs.look(picture)).isEqualTo(look);
        assertThat(inputs.look(PHOTO)).isEqualTo(Look.PLAIN);
        workspace.document().undo();
        settled();
        assertThat(inputs.look(PHOTO)).isEqualTo(look);
        workspace.document().apply(new Edit.Remove(Set.of(PHOTO)));
        settled();
        workspace.document().apply(new Edit.Add(new Node(PHOTO, "image", Settings.NONE), new Position(0, 0)));
        settled();
        assertThat(inputs.look(PHOTO)).isEqualTo(Look.PLAIN);
    }

    @Test
    void aMovingPictureThatIsTooLargeToMoveIsDisturbedAllTheSame() throws Exception {
        Path file = folder.resolve("large.gif");
        ImageIO.write(new BufferedImage(4100, 4000, BufferedImage.TYPE_BYTE_INDEXED), "gif", file.toFile());
        show(file);
        Tensor plain = picture(settled());
        inputs.change(PHOTO, look -> look.with(Perturbation.NONE.withBrightness(1)));
        Tensor bright = picture(settled());
        assertThat(plain.bytes().get(0)).isZero();
        assertThat(bright.bytes().get(0)).isEqualTo((byte) 255);
        assertThat(inputs.state(PHOTO)).as("pictures to go through").isEmpty();
    }
}
