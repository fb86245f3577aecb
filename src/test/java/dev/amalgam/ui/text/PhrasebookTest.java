package dev.amalgam.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.compile.Problem;
import dev.amalgam.desk.Reading;
import dev.amalgam.desk.Sentences;
import dev.amalgam.desk.compare.Deviation;
import dev.amalgam.desk.cost.Measured;
import dev.amalgam.desk.cost.Sharing;
import dev.amalgam.desk.cost.Spread;
import dev.amalgam.desk.merge.MergeProof;
import dev.amalgam.desk.merge.Sample;
import dev.amalgam.desk.numerics.Origin;
import dev.amalgam.graph.Edit;
import dev.amalgam.graph.Execution;
import dev.amalgam.graph.Mode;
import dev.amalgam.graph.Node;
import dev.amalgam.graph.NodeId;
import dev.amalgam.graph.NoteId;
import dev.amalgam.graph.PortRef;
import dev.amalgam.graph.Position;
import dev.amalgam.graph.Refusal;
import dev.amalgam.graph.Settings;
import dev.amalgam.kind.Family;
import dev.amalgam.kind.Kind;
import dev.amalgam.kind.Setting;
import dev.amalgam.kind.catalogue.BuiltInKinds;
import dev.amalgam.tensor.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the floors below say in English has German words, so that a new kind, setting or edit cannot be forgotten. */
class PhrasebookTest {
    private static final Phrasebook GERMAN = Phrasebook.of(Language.GERMAN);
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final PortRef OUT = new PortRef(A, "out");
    private static final PortRef IN = new PortRef(B, "in");

    @Test
    void everyFamilyHasAName() {
        assertThat(Family.values()).allSatisfy(family -> knows(family.title()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasATitleASummaryAndHelp(Kind kind) {
        knows(kind.about().title());
        knows(kind.about().summary());
        knows(kind.about().help());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everySettingHasATitleHelpAndOptions(Kind kind) {
        assertThat(kind.schema().settings().stream().flatMap(PhrasebookTest::withColumns))
                .allSatisfy(setting -> {
                    knows(setting.title());
                    knows(setting.help());
                    options(setting).forEach(PhrasebookTest::knows);
                });
    }

    static List<Kind> kinds() {
        return List.copyOf(BuiltInKinds.catalogue().kinds());
    }

    private static Stream<Setting> withColumns(Setting setting) {
        return switch (setting.field()) {
            case Setting.Table table -> Stream.concat(Stream.of(setting), table.columns().stream());
            case Setting.Steps _ ->
                Stream.concat(Stream.of(setting), forms(setting).flatMap(form -> form.columns().stream()));
            default -> Stream.of(setting);
        };
    }

    private static Stream<Setting.Form> forms(Setting setting) {
        return setting.field() instanceof Setting.Steps steps ? steps.forms().stream() : Stream.of();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyStepHasATitleAndHelp(Kind kind) {
        assertThat(kind.schema().settings().stream().flatMap(PhrasebookTest::forms))
                .allSatisfy(form -> {
                    knows(form.title());
                    knows(form.help());
                });
    }

    @Test
    void everyReasonWhyAStepCannotBeMadeIsSaid() {
        knows("Step 2, delete: no operator of m.onnx makes a tensor named 'x'");
        knows("Step 1, rename: m.onnx has no input named 'x'");
        knows("Step 1, int8: m.onnx has no matrix product, convolution or table with float32 weights of 1024 numbers"
                + " or more");
        knows("Step 3, opset: m.onnx is written in operator set 18, and none goes back to 7");
        assertThat(GERMAN.say("Step 2, delete: no operator of m.onnx makes a tensor named 'x'"))
                .isEqualTo("Schritt 2, delete: kein Operator von m.onnx erzeugt einen Tensor namens „x“");
    }

    /** The titles of its options, but for those that are the field's own symbols, such as {@code float32}. */
    private static Stream<String> options(Setting setting) {
        return setting.field() instanceof Setting.Choice choice
                ? choice.options().stream()
                        .filter(option -> !option.title().equals(option.name()))
                        .map(Setting.Option::title)
                : Stream.of();
    }

    @Test
    void everyEditHasALabel() {
        Set<NodeId> one = Set.of(A);
        Set<NodeId> two = Set.of(A, B);
        List<Edit> edits = List.of(
                new Edit.Add(new Node(A, "softmax", Settings.NONE), new Position(0, 0)),
                new Edit.Remove(one),
                new Edit.Remove(two),
                new Edit.Connect(OUT, IN),
                new Edit.Disconnect(IN),
                new Edit.Change(A, "k", Optional.empty()),
                new Edit.Rename(A, B),
                new Edit.SetMode(one, Mode.ACTIVE),
                new Edit.SetMode(one, Mode.MUTED),
                new Edit.SetMode(two, Mode.BYPASSED),
                new Edit.Restyle(Map.of()),
                new Edit.Annotate(Map.of()),
                new Edit.Erase(Set.of(new NoteId("n"))),
                new Edit.Execute(Execution.STANDARD),
                new Edit.Move(Map.of(A, new Position(0, 0))),
                new Edit.Batch("Connect 3 nodes", List.of()));
        assertThat(edits).allSatisfy(edit -> knows(edit.label()));
        assertThat(edits).extracting(Object::getClass).containsAll(cases(Edit.class));
    }

    @Test
    void everyRefusalIsSaid() {
        List<Refusal> refusals = List.of(
                new Refusal.UnknownNode(A),
                new Refusal.UnknownNote(new NoteId("n")),
                new Refusal.UnknownPort(OUT, ""),
                new Refusal.UnknownPort(OUT, "x, y"),
                new Refusal.NameTaken(A),
                new Refusal.InputTaken(IN, OUT),
                new Refusal.WouldCycle(OUT, IN),
                new Refusal.WouldCycle(OUT, new PortRef(A, "in")),
                new Refusal.TypesDisagree(OUT, IN, "int64[1]", "float32[1]", "they differ", "Put a Cast between them"));
        assertThat(refusals).allSatisfy(refusal -> {
            knows(refusal.sentence());
            knows(refusal.remedy());
        });
        assertThat(refusals).extracting(Object::getClass).containsAll(cases(Refusal.class));
    }

    @Test
    void everyDeviationIsSaid() {
        TensorType type = TensorType.parse("float32[1]");
        List<Deviation> deviations = List.of(
                new Deviation.Equal(),
                new Deviation.Apart(1, 0.5, 0.2),
                new Deviation.Apart(1, 0.5, Double.NaN),
                new Deviation.Places(1, 2),
                new Deviation.Unlike(type, type),
                new Deviation.Moved(1, 2));
        assertThat(deviations).allSatisfy(deviation -> knows(deviation.sentence()));
        assertThat(deviations).extracting(Object::getClass).containsAll(cases(Deviation.class));
    }

    private static List<Class<?>> cases(Class<?> sealed) {
        return Arrays.asList(sealed.getPermittedSubclasses());
    }

    @Test
    void whatStandsInAPlaceIsTakenAsItIsOrSaidItself() {
        assertThat(GERMAN.say("Add Pool")).isEqualTo("Pool hinzufügen");
        assertThat(GERMAN.say("Insert Pool")).isEqualTo("Pooling einfügen");
        assertThat(GERMAN.say("Rename $1 to a\\b")).isEqualTo("$1 in a\\b umbenennen");
        assertThat(GERMAN.say(
                        "'a.out' gives int64[1], but 'b.in' takes float32[1]: axis 1 has size 2, but 3 is expected"))
                .isEqualTo("„a.out“ gibt int64[1], aber „b.in“ nimmt float32[1]: Achse 1 hat die Größe 2, erwartet wird"
                        + " 3");
    }

    @Test
    void whatHasNoWordsStaysEnglish() {
        assertThat(GERMAN.find("No such words")).isEmpty();
        assertThat(GERMAN.say("No such words")).isEqualTo("No such words");
        assertThat(Phrasebook.of(Language.ENGLISH).say("Add softmax")).isEqualTo("Add softmax");
    }

    @Test
    void whatATaskSaysIsSaidInGerman() {
        Reading ranking = new Reading.Ranking(
                List.of(new Reading.Score("cat", 0.62), new Reading.Score("tabby", 0.19)), List.of());
        assertThat(GERMAN.say(Sentences.of("decide", ranking))).isEqualTo("decide sagt cat (0.62), dann tabby (0.19).");
    }

    @Test
    void whatIsOddSaysInGermanWhereItBegins() {
        Problem odd = Problem.warning("not-finite", A, "'a.out' holds 3 infinite values of 4", "Look at it");
        String operator =
                new Origin.Operator("Log", "deep", "deep", 3, 40).in(odd).message();
        assertThat(GERMAN.say(operator))
                .isEqualTo("'a.out' enthält 3 unendliche Werte von 4; es beginnt bei Operator 3 von 40, Log „deep“, der"
                        + " den Tensor „deep“ macht");
        assertThat(GERMAN.say(new Origin.Input("value").in(odd).message())).endsWith("es fließt durch „value“ herein");
    }

    @Test
    void whatSharingSavesIsSaidInGerman() {
        Spread one = new Spread(1, 21, 21, 21, 21);
        Spread each = new Spread(1, 84, 84, 84, 84);
        Sharing.Weight weight = new Sharing.Weight(0, 0, OptionalLong.empty());
        Sharing sharing = new Sharing(
                new Measured("a.onnx", "0".repeat(64), "ONNX Runtime", "cpu"),
                4,
                new Sharing.Side(one, OptionalLong.empty(), 0, weight),
                new Sharing.Side(each, OptionalLong.empty(), 0, weight));
        assertThat(GERMAN.say(sharing.sentence()))
                .isEqualTo("4 Aufgaben mit einem Unterbau: 21.0 ms; mit je eigenem Unterbau: 84.0 ms, das 4-Fache");
    }

    @Test
    void whatIsFoundOfACommonBottomIsSaidInGerman() {
        Sample sample = new Sample(Map.of());
        Deviation apart = new Deviation.Apart(0.1, 0.2, 0.99);
        knows(new MergeProof(List.of(), sample, "no values can be made up for what they take").sentence());
        knows(new MergeProof(List.of(new MergeProof.Result("a", "x", new Deviation.Equal())), sample, "").sentence());
        knows(new MergeProof(List.of(new MergeProof.Result("a", "x", apart)), sample, "").sentence());
        knows("one takes x: float32[N] from photo.image, other takes ids: int64[N], and these cannot be one input");
        knows("The first operators of one, other differ, in what they do or in their weights");
        knows("Their operators are alike: with a tolerance of 1e-4 they have a common bottom");
        knows("Choose models that take the same input");
        knows("Choose models that were trained on one bottom");
        knows("Find the common bottom");
    }

    @Test
    void whatStandsAgainstAModelIsSaidInGerman() {
        knows("Scan as of operator set 8 means something else in 18, and there is no exact way to say it there");
        knows("com.microsoft::Gelu is no operator of ONNX, so what is exported runs only where it is known");
        knows("It takes sequence(float32[N]), and wires carry tensors");
        knows("It gives sequence(float32[N]), and wires carry tensors");
        knows("It gives something else whenever it runs, so an export cannot be proved equal");
    }

    private static void knows(String english) {
        assertThat(GERMAN.find(english)).as(english).isPresent();
    }
}
