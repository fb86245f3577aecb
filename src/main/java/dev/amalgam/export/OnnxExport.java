package dev.amalgam.export;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Source;
import dev.amalgam.compile.Typing;
import dev.amalgam.export.Certificate.Proved;
import dev.amalgam.graph.NodeId;
import dev.amalgam.kind.Feed;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.run.engine.EngineListener;
import dev.amalgam.run.engine.RunReport;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes an amalgamation as one ONNX file and proves that the file answers as the canvas does: on the project's own inputs,
 * and on seeded noise that anybody can make again.
 */
public final class OnnxExport {
    private static final long SEED = 20;

    /** More than this many bytes of expected outputs would make the certificate a burden. */
    private static final long MOST_EXPECTED = 600_000;

    private final Engine engine;
    private final Worker worker;
    private final RunOptions options;

    /** Exports that are proved by this engine and this worker. */
    public OnnxExport(Engine engine, Worker worker, RunOptions options) {
        this.engine = engine;
        this.worker = worker;
        this.options = options;
    }

    /**
     * Writes {@code target} and its certificate beside it. Until the file is proved, what was there stays as it was.
     *
     * @param name of the graph in the file
     * @throws ExportException where problems stand against it
     * @throws RunException where the worker could not run it
     * @throws IOException where a file cannot be written, or {@code target} is a file that the amalgamation itself needs
     */
    public Certificate export(Typing typing, String name, Path target)
            throws ExportException, RunException, IOException {
        return export(typing, name, target, ExportOptions.DEFAULT);
    }

    /** As {@link #export(Typing, String, Path)}, with a say in what goes into the file. */
    public Certificate export(Typing typing, String name, Path target, ExportOptions choices)
            throws ExportException, RunException, IOException {
        Path place = Target.check(typing, target);
        Path unproved = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".unproved");
        Shipping shipping = new Shipping(place);
        List<Path> before = DataFiles.of(place);
        Optional<Path> weights = Optional.empty();
        boolean settled = false;
        try {
            weights = shipping.write(typing, name, unproved, choices);
            Proof proof = prove(typing, unproved);
            Certificate certificate =
                    Certificate.of(unproved, place, weights, worker.info().runtime(), proof.device(), proof.proved());
            shipping.settle(unproved, weights);
            settled = true;
            certificate.write(Certificate.pathFor(place));
            return certificate;
        } finally {
            Files.deleteIfExists(unproved);
            if (!settled && weights.isPresent() && !before.contains(weights.get())) {
                Files.deleteIfExists(weights.get());
            }
        }
    }

    /**
     * Writes {@code target} without a proof, which needs no runtime and takes little longer than to copy what it is made of. A
     * certificate of what was there before goes.
     *
     * @throws ExportException where problems stand against it
     * @throws IOException where a file cannot be written, or {@code target} is a file that the amalgamation itself needs
     */
    public static void write(Typing typing, String name, Path target, ExportOptions choices)
            throws ExportException, IOException {
        Path place = Target.check(typing, target);
        Shipping shipping = new Shipping(place);
        shipping.settle(place, shipping.write(typing, name, place, choices));
        Files.deleteIfExists(Certificate.pathFor(place));
    }

    /** What was proved, and the device that it was run on. */
    private record Proof(List<Proved> proved, String device) {}

    private Proof prove(Typing typing, Path model) throws ExportException, RunException {
        Parity parity = new Parity(worker, options.as(typing.graph().execution()));
        List<Proved> proved = new ArrayList<>();
        String device = options.device();
        for (Attempt attempt : attempts(typing)) {
            RunReport report = engine.runNodes(typing, attempt.given(), options, EngineListener.NONE);
            if (report.isComplete()) {
                Trial trial = trial(attempt, report);
                Optional<Long> seed = attempt.seed().filter(_ -> size(trial) <= MOST_EXPECTED);
                device = report.device();
                proved.add(new Proved(trial, parity.compare(model, trial), seed));
            } else if (proved.isEmpty()) {
                // Noise may have sizes that some node refuses, which says nothing against the project's own inputs.
                throw new ExportException("It does not run node by node", report.problems());
            }
        }
        return new Proof(proved, device);
    }

    /** Inputs to try, before their outputs are known. */
    private record Attempt(String name, Map<NodeId, Tensor> given, Optional<Long> seed) {}

    private static List<Attempt> attempts(Typing typing) throws ExportException {
        try {
            List<Source> sources = new Regions(typing).sources();
            List<Attempt> attempts = new ArrayList<>();
            if (sources.stream().noneMatch(source -> source.feed() instanceof Feed.Unset)) {
                attempts.add(new Attempt("project", Map.of(), Optional.empty()));
            }
            noise(sources, typing).ifPresent(given -> attempts.add(new Attempt("seeded", given, Optional.of(SEED))));
            if (attempts.isEmpty()) {
                throw new ExportException("No input is chosen to prove the export on", List.of());
            }
            return attempts;
        } catch (LoweringException e) {
            throw new ExportException("The inputs cannot be told", List.of(e.problem()));
        }
    }

    private static Optional<Map<NodeId, Tensor>> noise(List<Source> sources, Typing typing) {
        Map<String, TensorType> types = new HashMap<>();
        sources.forEach(source ->
                types.put(source.node().name(), typing.settled(source.type().type())));
        return SeededInput.all(types, SEED).map(noise -> {
            Map<NodeId, Tensor> given = new HashMap<>();
            noise.forEach((name, tensor) -> given.put(new NodeId(name), tensor));
            return given;
        });
    }

    private static Trial trial(Attempt attempt, RunReport report) {
        Map<String, Tensor> inputs = new HashMap<>();
        report.inputs().forEach((node, tensor) -> inputs.put(node.name(), tensor));
        Map<String, Tensor> expected = new HashMap<>();
        report.results().forEach((node, tensor) -> expected.put(node.name(), tensor));
        return Trial.of(attempt.name(), inputs, expected);
    }

    private static long size(Trial trial) {
        return trial.expected().values().stream()
                .mapToLong(tensor -> tensor.bytes().remaining()
                        + tensor.strings().stream().mapToLong(String::length).sum())
                .sum();
    }
}
