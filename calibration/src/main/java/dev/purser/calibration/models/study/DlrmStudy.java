package dev.purser.calibration.models.study;

import dev.purser.calibration.data.synthetic.ClickGenerator;
import dev.purser.calibration.models.DlrmModel;
import dev.purser.calibration.models.DlrmShape;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Auc;
import java.util.List;

/**
 * Trains a model of one shape to tell clicks, in one pass as such models are trained: each sample is new to it. All its
 * tables together have {@link #ROWS} rows, because a vector that the samples hardly ever name cannot be learnt from them, and
 * the samples name {@link #LOOKUPS} rows at most, which bounds the time.
 *
 * @param shape of the model
 * @param trained samples to train on
 * @param heldOut samples to measure on
 */
public record DlrmStudy(DlrmShape shape, int trained, int heldOut) implements Study {
    /** Rows of all tables of the study. */
    private static final int ROWS = 800;
    /** Rows that all samples to train on name. */
    private static final int LOOKUPS = 160_000_000;

    private static final int MOST_TRAINED = 120_000;
    private static final int HELD_OUT = 10_000;
    private static final int USUAL_EPOCHS = 1;
    private static final int BATCH = 64;

    /** At most 120,000 samples to train on, 10,000 held out. */
    public static DlrmStudy of(DlrmShape shape) {
        int rows = Math.max(1, Math.min(shape.rows(), ROWS / shape.tables()));
        int trained = Math.min(MOST_TRAINED, LOOKUPS / (shape.tables() * shape.lookups()));
        return new DlrmStudy(shape.withRows(rows), trained, HELD_OUT);
    }

    @Override
    public String data() {
        return "none: the best possible AUC is known of generated clicks alone";
    }

    @Override
    public void check(StudySettings settings) {
        settings.refuseData(shape.name());
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        check(settings);
        ClickGenerator generator = new ClickGenerator(
                shape.features(), shape.tables(), shape.rows(), shape.lookups(), settings.seed("clicks"));
        Model model = new DlrmModel(shape, new RandomWeights(settings.seed("weights")));
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed("order"))
                .train(model, new ClickSamples(generator, shape, 0, trained), progress);
        ClickSamples test = new ClickSamples(generator, shape, trained, heldOut);
        ClickSamples.Truth truth = test.truth();
        return new StudyResult(
                model,
                trained + " samples to train on, " + heldOut + " held out (generated), tables of " + shape.rows()
                        + " rows",
                List.of(
                        new Figure("test AUC", Auc.of(Scores.of(model, test), truth.clicked())),
                        new Figure("AUC of the true odds", Auc.of(truth.odds(), truth.clicked()))));
    }
}
