package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Model;
import dev.purser.scenarios.InputException;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Of a kind that is there to be timed: nothing is trained, and there is no quality.
 *
 * @param create makes the untrained model of a seed
 */
public record TimedStudy(LongFunction<Model> create) implements Study {
    @Override
    public boolean trains() {
        return false;
    }

    @Override
    public String data() {
        return "none: it is there to be timed";
    }

    @Override
    public void check(StudySettings settings) {
        settings.data().ifPresent(path -> {
            throw new InputException("--data: got " + path
                    + ", must be absent for a model that is there to be timed and learns nothing");
        });
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        return new StudyResult(create.apply(settings.seed()), "untrained: there to be timed", List.of());
    }
}
