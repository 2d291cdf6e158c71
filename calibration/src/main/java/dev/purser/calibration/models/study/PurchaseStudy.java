package dev.purser.calibration.models.study;

import dev.purser.calibration.data.synthetic.BehaviourGenerator;
import dev.purser.calibration.data.synthetic.BehaviourGenerator.Visits;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Auc;
import dev.purser.calibration.quality.Confusion;
import java.util.List;

/**
 * Trains a model to tell visits that end in a purchase.
 *
 * @param create makes the untrained model of a seed
 * @param trained visits to train on
 * @param heldOut visits to measure on
 */
public record PurchaseStudy(Creator create, int trained, int heldOut) implements TaskStudy {
    private static final int TRAINED = 40_000;
    private static final int HELD_OUT = 20_000;
    private static final int USUAL_EPOCHS = 10;
    private static final int BATCH = 64;

    /** 40,000 visits to train on, 20,000 held out. */
    public static PurchaseStudy of(Creator create) {
        return new PurchaseStudy(create, TRAINED, HELD_OUT);
    }

    @Override
    public String data() {
        return "none: the best possible accuracy is known of generated visits alone";
    }

    @Override
    public void check(StudySettings settings) {
        settings.refuseData("purchase");
    }

    @Override
    public Task task(StudySettings settings) {
        check(settings);
        BehaviourGenerator generator = new BehaviourGenerator(settings.seed());
        Visits train = generator.visits(trained);
        Visits test = generator.visits(heldOut);
        return new Task(
                trained + " visits to train on, " + heldOut + " held out (generated)",
                new FeatureSamples(train.features()),
                new FeatureSamples(test.features()),
                USUAL_EPOCHS,
                BATCH,
                PurchaseStudy::figures,
                List.of(
                        new Figure("Bayes accuracy of the test data", test.bayesAccuracy()),
                        new Figure(
                                "AUC of the true odds",
                                Auc.of(test.odds(), test.features().positive()))));
    }

    private static List<Figure> figures(Model model, ClassifiedSamples samples) {
        float[] scores = Scores.of(model, samples);
        int[] labels = samples.labels();
        Confusion confusion = Confusion.of(labels, classes(scores), 2);
        return List.of(
                new Figure("test accuracy", confusion.accuracy()),
                new Figure("test precision", confusion.precision(1)),
                new Figure("test recall", confusion.recall(1)),
                new Figure("test F1", confusion.f1(1)),
                new Figure("test AUC", Auc.of(scores, positive(labels))));
    }

    private static boolean[] positive(int[] labels) {
        boolean[] positive = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            positive[i] = labels[i] == 1;
        }
        return positive;
    }

    private static int[] classes(float[] probabilities) {
        int[] classes = new int[probabilities.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = probabilities[i] > 0.5f ? 1 : 0;
        }
        return classes;
    }
}
