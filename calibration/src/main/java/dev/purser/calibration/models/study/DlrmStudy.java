package dev.purser.calibration.models.study;

import dev.purser.calibration.data.synthetic.ClickGenerator;
import dev.purser.calibration.data.synthetic.ClickGenerator.Clicks;
import dev.purser.calibration.models.DlrmModel;
import dev.purser.calibration.models.DlrmShape;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Auc;
import java.util.List;

/**
 * Trains a model of one shape to tell clicks. Its tables have {@link #ROWS} rows, because a vector that a hundred thousand
 * samples hardly ever name cannot be learnt from them.
 *
 * @param shape of the model, but for the rows
 * @param trained samples to train on
 * @param heldOut samples to measure on
 */
public record DlrmStudy(DlrmShape shape, int trained, int heldOut) implements Study {
    /** Rows of each table in the study. */
    public static final int ROWS = 200;

    private static final int TRAINED = 60_000;
    private static final int HELD_OUT = 20_000;
    private static final int USUAL_EPOCHS = 2;
    private static final int BATCH = 64;

    /** 60,000 samples to train on, 20,000 held out. */
    public DlrmStudy(DlrmShape shape) {
        this(shape, TRAINED, HELD_OUT);
    }

    @Override
    public String data() {
        return "none: the best possible AUC is known of generated clicks alone";
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        settings.refuseData(shape.name());
        DlrmShape small = shape.withRows(Math.min(ROWS, shape.rows()));
        ClickGenerator generator =
                new ClickGenerator(small.features(), small.tables(), small.rows(), small.lookups(), settings.seed());
        Clicks train = generator.clicks(trained);
        Clicks test = generator.clicks(heldOut);
        Model model = new DlrmModel(small, new RandomWeights(settings.seed()));
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed())
                .train(model, new ClickSamples(train, small), progress);
        float[] scores = Scores.of(model, new ClickSamples(test, small));
        return new StudyResult(
                model,
                trained + " samples to train on, " + heldOut + " held out (generated), tables of " + small.rows()
                        + " rows",
                List.of(
                        new Figure("test AUC", Auc.of(scores, test.clicked())),
                        new Figure("AUC of the true odds", Auc.of(test.odds(), test.clicked()))));
    }
}
