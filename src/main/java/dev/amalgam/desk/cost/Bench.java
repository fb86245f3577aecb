package dev.amalgam.desk.cost;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Region;
import dev.amalgam.compile.Regions;
import dev.amalgam.run.Profile;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunListener;
import dev.amalgam.run.RunRequest;
import dev.amalgam.run.RunResult;
import dev.amalgam.run.Step;
import dev.amalgam.run.StepResult;
import dev.amalgam.run.Stop;
import dev.amalgam.run.Worker;
import dev.amalgam.run.WorkerSettings;
import dev.amalgam.run.engine.Engine;
import dev.amalgam.tensor.Tensor;
import dev.amalgam.tensor.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Measures what ships, when somebody asks. Each measurement has a process of its own, so that nothing that was loaded before
 * plays a part and the results on the canvas stay as they are. Not for the window's own thread.
 */
public final class Bench {
    private static final int WARM_UPS = 5;
    private static final int PROFILED = 30;
    private static final int ROUNDS = 25;

    private final Engine engine;
    private final WorkerSettings settings;
    private final Path folder;

    /**
     * @param engine reads what the sources give
     * @param settings of the processes that measure
     * @param folder where models are put meanwhile
     */
    public Bench(Engine engine, WorkerSettings settings, Path folder) {
        this.engine = engine;
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Profiles the one file that ships, on what its sources give now.
     *
     * @throws CostException where it cannot be run, or is stopped
     */
    public FileProfile profile(Subject subject, Progress progress, Stop stop) throws CostException {
        try (Worker worker = Worker.start(settings);
                Models models = new Models(folder)) {
            Regions regions = new Regions(subject.typing(), subject.given());
            Models.Ready file = models.ready(regions.fused(subject.name()), values(subject));
            Profile profile = Profile.of(
                    new Profile.Request(file.path(), file.feeds(), file.outputs(), WARM_UPS, PROFILED),
                    worker,
                    subject.options(),
                    done -> progress.at((double) done / (WARM_UPS + PROFILED)),
                    stop);
            NodeCost cost = new CostBook(worker, folder).cost(file.model(), types(file.feeds()));
            return new FileProfile(
                    measured(file, worker, profile.device()),
                    Spread.of(profile.runs()),
                    new Attribution(file.nodes(), cost.work().operators()).of(profile.operators()));
        } catch (LoweringException e) {
            throw refused(e);
        } catch (RunException | IOException e) {
            throw new CostException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Measures all tasks in one model against a model for each task, in rounds in which both take their turn.
     *
     * @throws CostException where there are fewer than two tasks, one cannot be run, or it is stopped
     */
    public Sharing sharing(Subject subject, Progress progress, Stop stop) throws CostException {
        try (Models models = new Models(folder)) {
            Regions regions = new Regions(subject.typing(), subject.given());
            Map<String, Tensor> values = values(subject);
            List<Regions.Result> results = regions.results();
            if (results.size() < 2) {
                throw new CostException("Sharing begins with two tasks", "Add another task and an Output for it");
            }
            Models.Ready shared = models.ready(regions.fused(subject.name()), values);
            List<Models.Ready> separate = new ArrayList<>();
            for (Regions.Result result : results) {
                Region alone = regions.fused(result.node().name(), List.of(result));
                separate.add(models.ready(alone, values));
            }
            return new Comparison(subject, shared, separate, progress, stop).measure();
        } catch (LoweringException e) {
            throw refused(e);
        } catch (RunException | IOException e) {
            throw new CostException(String.valueOf(e.getMessage()), e);
        }
    }

    /** One measurement of sharing. */
    private final class Comparison {
        private final Subject subject;
        private final Models.Ready shared;
        private final List<Models.Ready> separate;
        private final Progress progress;
        private final Stop stop;
        private String device = "";
        private int turn;

        Comparison(Subject subject, Models.Ready shared, List<Models.Ready> separate, Progress progress, Stop stop) {
            this.subject = subject;
            this.shared = shared;
            this.separate = separate;
            this.progress = progress;
            this.stop = stop;
        }

        Sharing measure() throws RunException, IOException, CostException {
            OptionalLong one;
            try (Worker worker = Worker.start(settings)) {
                one = grown(worker, List.of(shared));
            }
            progress.at(0.15);
            try (Worker worker = Worker.start(settings)) {
                OptionalLong many = grown(worker, separate);
                progress.at(0.3);
                return rounds(worker, one, many);
            }
        }

        /** By how much the process grows when it loads these and runs each once. */
        private OptionalLong grown(Worker worker, List<Models.Ready> all) throws RunException, CostException {
            worker.info();
            OptionalLong before = worker.memoryBytes();
            run(worker, all);
            OptionalLong after = worker.memoryBytes();
            return before.isPresent() && after.isPresent()
                    ? OptionalLong.of(Math.max(0, after.getAsLong() - before.getAsLong()))
                    : OptionalLong.empty();
        }

        private Sharing rounds(Worker worker, OptionalLong one, OptionalLong many)
                throws RunException, IOException, CostException {
            List<Double> sharedMs = new ArrayList<>();
            List<Double> separateMs = new ArrayList<>();
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                double ms = run(worker, List.of(shared));
                double all = run(worker, separate);
                if (round >= WARM_UPS) {
                    sharedMs.add(ms);
                    separateMs.add(all);
                }
                progress.at(0.3 + 0.7 * (round + 1) / (WARM_UPS + ROUNDS));
            }
            return new Sharing(
                    measured(shared, worker, device),
                    separate.size(),
                    side(worker, Spread.of(sharedMs), one, List.of(shared)),
                    side(worker, Spread.of(separateMs), many, separate));
        }

        private Sharing.Side side(Worker worker, Spread times, OptionalLong memory, List<Models.Ready> files)
                throws RunException, IOException {
            CostBook book = new CostBook(worker, folder);
            Sharing.Weight weight = new Sharing.Weight(0, 0, OptionalLong.of(0));
            long bytes = 0;
            for (Models.Ready file : files) {
                weight = weight.plus(Sharing.Weight.of(book.cost(file.model(), types(file.feeds()))));
                bytes += file.bytes();
            }
            return new Sharing.Side(times, memory, bytes, weight);
        }

        /** Runs each of them once. @return the sum of the milliseconds inside the runtime */
        private double run(Worker worker, List<Models.Ready> all) throws RunException, CostException {
            RunResult result = worker.run(request(all), RunListener.NONE, stop);
            for (StepResult step : result.rootFailures()) {
                throw new CostException(step.failure().orElseThrow().sentence(), "");
            }
            device = result.device();
            return result.steps().stream().mapToDouble(StepResult::ms).sum();
        }

        /** Under names that no run had before, so that nothing is known already. */
        private RunRequest request(List<Models.Ready> all) {
            turn++;
            Map<String, Tensor> feeds = new HashMap<>();
            List<Step> steps = new ArrayList<>();
            Set<String> wanted = new HashSet<>();
            for (Models.Ready model : all) {
                Map<String, String> inputs = new HashMap<>();
                model.feeds().forEach((name, value) -> {
                    inputs.put(name, "in:" + name);
                    feeds.put("in:" + name, value);
                });
                Map<String, String> outputs = new HashMap<>();
                model.outputs().forEach(name -> outputs.put(name, turn + ":" + steps.size() + ":" + name));
                wanted.addAll(outputs.values());
                steps.add(new Step(Integer.toString(steps.size()), model.path(), inputs, outputs));
            }
            return new RunRequest(feeds, steps, wanted, subject.options());
        }
    }

    private Map<String, Tensor> values(Subject subject) throws LoweringException {
        return engine.feeds(subject.typing(), subject.given());
    }

    private static Map<String, TensorType> types(Map<String, Tensor> values) {
        Map<String, TensorType> types = new HashMap<>();
        values.forEach((name, value) -> types.put(name, value.type()));
        return types;
    }

    private static Measured measured(Models.Ready file, Worker worker, String device) throws RunException {
        return new Measured(file.name(), file.model().sha256(), worker.info().runtime(), device);
    }

    private static CostException refused(LoweringException e) {
        return new CostException(e.problem().message(), e.problem().remedy());
    }
}
