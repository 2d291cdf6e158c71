package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.ModelKind;
import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.simulator.hardware.Precision;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Times models one after the other, each in processes of its own, and keeps every round as it ends.
 *
 * @param effort how much is measured
 * @param precisions number formats that each model is timed in
 * @param preparation where weights come from
 * @param fork how processes run
 * @param folder where times go, and where those of an earlier attempt lie
 */
public record Calibration(
        Effort effort, List<Precision> precisions, Preparation preparation, Fork fork, CalibrationFolder folder) {

    public Calibration {
        precisions = List.copyOf(precisions);
    }

    /** Expected length of timing {@code models}, in seconds, where no call outlasts a round; training comes on top. */
    public double expectedSeconds(int models) {
        long roundNanos = effort.roundNanos(models * precisions.size(), 0);
        return models
                * precisions.stream()
                        .mapToDouble(precision -> effort.in(precision).seconds(roundNanos))
                        .sum();
    }

    /**
     * Times all {@code kinds}.
     *
     * @param progress hears how far it has come
     * @param warnings hears what people should know and what is no reason to stop
     * @throws InputException if there are times of other weights
     * @throws CalibrationFailure if some of it cannot be measured; all the rest is measured first and kept
     */
    public List<Measured> run(List<ModelKind> kinds, Progress progress, Consumer<String> warnings) throws IOException {
        for (ModelKind kind : kinds) {
            folder.of(kind.name()).claim(preparation.origin(kind));
        }
        Results results = new Results(warnings);
        Budget budget = new Budget(effort, kinds.size() * precisions.size(), System::nanoTime);
        for (ModelKind kind : kinds) {
            try {
                new OfModel(kind, folder.of(kind.name()), budget, progress, warnings).run(results);
            } catch (OutOfMemoryError full) {
                results.fail(kind.name() + ": out of memory while its weights were made; give Purser itself more with "
                        + "PURSER_JAVA_OPTIONS=-Xmx4g");
            } catch (IOException full) {
                results.fail(kind.name() + ": " + FileTrouble.of(full));
                break;
            }
        }
        return results.complete();
    }

    /** One model in all number formats. */
    private final class OfModel {
        private final ModelKind kind;
        private final ModelFolder home;
        private final Budget budget;
        private final Progress progress;
        private final Consumer<String> warnings;

        OfModel(ModelKind kind, ModelFolder home, Budget budget, Progress progress, Consumer<String> warnings) {
            this.kind = kind;
            this.home = home;
            this.budget = budget;
            this.progress = progress;
            this.warnings = warnings;
        }

        void run(Results results) throws IOException {
            progress.working(kind.name());
            Preparation.Weights weights = preparation.prepare(kind, home, progress);
            for (Precision precision : precisions) {
                Subject subject = new Subject(kind.name(), precision, effort.in(precision), preparation.seed(), home);
                List<Gap> gaps = measure(subject);
                results.add(gaps, precision);
                if (gaps.isEmpty()) {
                    results.add(subject.measured(weights));
                }
            }
            preparation.tidy(home);
        }

        /** Times what is not there yet; returns what could not be timed. */
        private List<Gap> measure(Subject subject) throws IOException {
            progress.working(subject.label());
            subject.times().forgetFailures();
            for (String file : subject.times().forgetTorn()) {
                warnings.accept(subject.label() + ": " + file + " is torn, and measured again");
            }
            try {
                subject.measure(fork, budget.nextRoundNanos(), progress);
                return subject.gaps();
            } catch (CalibrationFailure died) {
                return List.of(Gap.ofProcess(subject, died));
            }
        }
    }
}
