package dev.amalgam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The house plan of the design as rules over the classes below one root package. The root is a parameter so that the same
 * rules can be held against {@code crooked}, a house that breaks every one of them.
 */
record HousePlan(String root) {
    /** From the ground up: a package imports only packages of the lines above its own. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("tensor"),
            Set.of("graph", "onnx"),
            Set.of("kind"),
            Set.of("compile"),
            Set.of("run", "project"),
            Set.of("learn", "export"),
            Set.of("desk"),
            Set.of("ui", "cli"));

    List<ArchRule> rules() {
        return Stream.of(
                        floors(),
                        noCycles(root + ".(*).."),
                        noCycles(root + ".ui.(*).."),
                        only(below("tensor"), "java..", "org.jspecify.annotations..")
                                .because("types and shapes are the ground that everything stands on"),
                        kept("javafx..", "org.controlsfx..", "impl.org.controlsfx..")
                                .in("ui")
                                .because("everything below the window must be testable without a screen"),
                        kept("com.google.protobuf..", "ai.onnx.proto..")
                                .in("onnx")
                                .because("one floor knows how a model file is written, the others see models"),
                        kept("ai.djl..", "ai.onnxruntime..")
                                .in("run.worker")
                                .because("native code can kill its process, so it lives in the child alone"),
                        kept("tools.jackson..", "com.fasterxml.jackson..")
                                .in("project", "run")
                                .because("JSON is a matter of files and messages; what others print goes through"
                                        + " JsonText"),
                        kept("org.eclipse..")
                                .in("desk.arrange")
                                .because("the layout of cards is one function; whose algorithm it is, is its own"
                                        + " affair"),
                        kept("org.commonmark..")
                                .in("ui.note")
                                .because("only comments on the canvas are written in Markdown"),
                        kept(root + ".run.worker..")
                                .in("run.worker")
                                .because("an import would load native code into the designer; the client starts it by"
                                        + " name"),
                        kindsKnownToTheCatalogueAlone(),
                        keptCall(System.class, "exit")
                                .because("only what owns a process may end it: the rest returns or throws"),
                        keptField(System.class, "out").because("stdout carries a command's result and nothing else"),
                        kept("java.util.logging..").in().because("logs go through slf4j to one place, which is stderr"),
                        onePlaceForRunLater(),
                        nullMarked())
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    private ArchRule floors() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(importOnlyFloorsBelow())
                .because("a floor that knows nothing of those above can be read, tested and replaced alone");
    }

    private ArchCondition<JavaClass> importOnlyFloorsBelow() {
        return new ArchCondition<>("import only floors below their own") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(it -> it.getTargetClass().getPackageName().startsWith(root))
                        .filter(it -> !floor(origin).equals(floor(it.getTargetClass())))
                        .filter(it -> level(origin) <= level(it.getTargetClass()))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(origin, it.getDescription())));
            }
        };
    }

    /** The name of the floor: {@code kind} for {@code dev.amalgam.kind.vision}, empty for the roof, where Main stands. */
    private String floor(JavaClass type) {
        var path = type.getPackageName().substring(root.length());
        return path.isEmpty() ? "" : path.substring(1).split("\\.")[0];
    }

    private int level(JavaClass type) {
        for (int level = 0; level < FLOORS.size(); level++) {
            if (FLOORS.get(level).contains(floor(type))) {
                return level;
            }
        }
        if (floor(type).isEmpty()) {
            return FLOORS.size();
        }
        throw new AssertionError(type.getName() + " is in a package that the house plan does not know");
    }

    private ArchRule noCycles(String slices) {
        return slices().matching(slices).should().beFreeOfCycles().because("two packages that need each other are one");
    }

    private static ArchRule only(String packages, String... allowed) {
        var all = Stream.concat(Stream.of(packages), Stream.of(allowed)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }

    /** A library, or a package of our own, that is kept within some packages of the house. */
    private Keep kept(String... packages) {
        return allowed -> noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(allowed).map(this::below).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private interface Keep {
        ArchRule in(String... packages);
    }

    private ArchRule kindsKnownToTheCatalogueAlone() {
        return classes()
                .that()
                .resideOutsideOfPackage(below("kind.catalogue"))
                .should(new ArchCondition<>("know no kind by its class") {
                    @Override
                    public void check(JavaClass origin, ConditionEvents events) {
                        origin.getDirectDependenciesFromSelf().stream()
                                .filter(it -> !outermost(origin).equals(outermost(it.getTargetClass())))
                                .filter(it -> isKind(outermost(it.getTargetClass())))
                                .forEach(it -> events.add(SimpleConditionEvent.violated(origin, it.getDescription())));
                    }
                })
                .because("a kind is one file and one line in the catalogue; whoever knows its class treats it as"
                        + " special");
    }

    private boolean isKind(JavaClass type) {
        return !type.isInterface() && type.isAssignableTo(root + ".kind.Kind");
    }

    private ArchRule keptCall(Class<?> owner, String method) {
        return noClasses().that(mayNotOwnTheProcess()).should().callMethod(owner, method, int.class);
    }

    private ArchRule keptField(Class<?> owner, String field) {
        return noClasses().that(mayNotOwnTheProcess()).should().accessField(owner, field);
    }

    private DescribedPredicate<JavaClass> mayNotOwnTheProcess() {
        return DescribedPredicate.describe(
                "are neither Main nor in cli or run.worker",
                it -> !it.getPackageName().equals(root)
                        && !it.getPackageName().startsWith(root + ".cli")
                        && !it.getPackageName().startsWith(root + ".run.worker"));
    }

    private ArchRule onePlaceForRunLater() {
        return classes()
                .should(callRunLaterInOnePlace())
                .because("one queue, drained once per pulse, keeps the window answering and drops what is stale");
    }

    private static ArchCondition<JavaClass> callRunLaterInOnePlace() {
        return new ArchCondition<>("call Platform.runLater in one class at most") {
            private final Set<String> callers = new TreeSet<>();

            @Override
            public void init(Collection<JavaClass> all) {
                callers.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(HousePlan::isRunLater)
                        .forEach(it -> callers.add(outermost(type).getName()));
            }

            @Override
            public void finish(ConditionEvents events) {
                if (callers.size() > 1) {
                    var message = callers.stream().collect(joining(", ", "Platform.runLater is called in ", ""));
                    events.add(SimpleConditionEvent.violated(callers, message));
                }
            }
        };
    }

    private static boolean isRunLater(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("javafx.application.Platform")
                && access.getName().equals("runLater");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HousePlan::outermost).orElse(type);
    }

    private ArchRule nullMarked() {
        return classes()
                .should(new ArchCondition<>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            var message = type.getName() + " is in a package without @NullMarked in its package-info";
                            events.add(SimpleConditionEvent.violated(type, message));
                        }
                    }
                })
                .because("null is the exception and says so in the signature");
    }

    private String below(String floor) {
        return root + "." + floor + "..";
    }
}
