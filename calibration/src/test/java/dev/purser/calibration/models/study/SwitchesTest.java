package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Augmentation;
import dev.purser.calibration.data.Resampling;
import dev.purser.calibration.data.synthetic.ImageGenerator;
import dev.purser.calibration.models.Als;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Mlp;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.Popularity;
import dev.purser.calibration.models.Purchase;
import dev.purser.calibration.models.network.Dropout;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.Penalty;
import dev.purser.calibration.models.network.Values;
import dev.purser.calibration.models.study.StudyResult.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** What can be switched on for a training does what it says. */
class SwitchesTest {
    private static final TrainingOptions NONE = TrainingOptions.NONE;

    @Test
    void penaltiesShrinkTheNormOfWeights() {
        double free = norm(options(Penalty.NONE, 0, Resampling.NONE, 0));
        assertTrue(norm(options(new Penalty(0, 1), 0, Resampling.NONE, 0)) < 0.9 * free, "L2");
        assertTrue(norm(options(new Penalty(0.1, 0), 0, Resampling.NONE, 0)) < 0.9 * free, "L1");
    }

    private static double norm(TrainingOptions options) {
        StudyResult result = new PurchaseStudy(networks(), 2_000, 100).run(settings(options, 8), StudyProgress.NONE);
        try (Model model = result.model()) {
            return ((NetworkModel) model)
                    .network().parameters().stream()
                            .filter(Parameter::decayed)
                            .mapToDouble(
                                    weights -> weights.value().norm2Number().doubleValue())
                            .sum();
        }
    }

    @Test
    void dropoutStandsBehindHiddenLayersAndIsGoneInServing() {
        TaskStudy study = (TaskStudy) new Mlp().study();
        try (NetworkModel dropping = study.create().create(1, 0.5);
                NetworkModel plain = study.create().create(1, 0)) {
            List<Layer> layers = dropping.network().chain().layers();
            assertEquals(5, layers.size());
            assertTrue(layers.get(1) instanceof Dropout && layers.get(3) instanceof Dropout, layers.toString());
            assertEquals(3, plain.network().chain().layers().size());
            Batch batch = plain.batch(3, 1);
            assertArrayEquals(plain.score(batch), dropping.score(batch));
        }
    }

    @Test
    void augmentedImagesKeepTheirLabelsAndDifferEachTime() {
        ImageSamples plain = new ImageSamples(ImageGenerator.split(3, 20, 1).train(), 10, false);
        Samples varied =
                new AugmentedSamples(plain, 28, List.of(Augmentation.CROP), RandomSource.XO_RO_SHI_RO_128_PP.create(1));
        int[] indices = {4, 7};
        assertArrayEquals(
                Values.of(plain.batch(indices).requireLabels()),
                Values.of(varied.batch(indices).requireLabels()));
        float[] first = Values.of(varied.batch(indices).input());
        assertFalse(Arrays.equals(first, Values.of(varied.batch(indices).input())));
        assertArrayEquals(
                new long[] {2, 1, 28, 28}, varied.batch(indices).input().shape());
    }

    @Test
    void allThatIsAskedOfAStudyOfImagesHasItsEffect() {
        TrainingOptions flipped = new TrainingOptions(
                Penalty.NONE, 0, List.of(Augmentation.FLIP), Resampling.NONE, 0, OptionalDouble.empty());
        assertFalse(figures(new Mlp().study(), NONE).equals(figures(new Mlp().study(), flipped)));
    }

    /** A third of the visits end in a purchase: with as many of either kind more of them are found. */
    @Test
    void resamplingFindsMoreOfTheRareClass() {
        Study study = new PurchaseStudy(networks(), 4_000, 4_000);
        double plain = recall(study, Resampling.NONE);
        assertTrue(recall(study, Resampling.OVER) > plain, "over");
        assertTrue(recall(study, Resampling.UNDER) > plain, "under");
    }

    private static double recall(Study study, Resampling resampling) {
        StudyResult result = study.run(settings(options(Penalty.NONE, 0, resampling, 0)), StudyProgress.NONE);
        result.model().close();
        return result.figure("test recall");
    }

    /** Folds with 1, 2 and 6: mean 3, deviation sqrt((4 + 1 + 9) / 2). */
    @Test
    void foldsAreSummedUpAndHoldOutEachSampleOnce() {
        double[] values = {1, 2, 6};
        List<Integer> heldOut = new ArrayList<>();
        List<Figure> figures = CrossValidation.figures(10, 3, 1, (indices, number) -> {
            Arrays.stream(indices.heldOut()).forEach(heldOut::add);
            return List.of(new Figure("measure", values[number]));
        });
        assertEquals(new Figure("measure, mean of 3 folds", 3), figures.get(0));
        assertEquals(Math.sqrt(7), figures.get(1).value(), 1e-12);
        assertEquals(
                IntStream.range(0, 10).boxed().toList(),
                heldOut.stream().sorted().toList());
        assertEquals(List.of(), CrossValidation.figures(10, 0, 1, (indices, number) -> List.of()));
    }

    /** An accuracy of 250 strays by at most 0.03 (one deviation), and models of 750 visits are better than a coin. */
    @Test
    void crossValidationComesBesideTheUsualFigures() {
        Study study = new PurchaseStudy(networks(), 1_000, 200);
        StudyResult result = study.run(settings(options(Penalty.NONE, 0, Resampling.NONE, 4), 20), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("test accuracy, mean of 4 folds") > 0.65, result.toString());
        assertTrue(result.figure("test accuracy, deviation of the folds") > 0, result.toString());
        assertTrue(result.figure("test accuracy") > 0.65, result.toString());
    }

    @Test
    void interactionsFoldToo() {
        StudyResult result = new Popularity()
                .study()
                .run(settings(options(Penalty.NONE, 0, Resampling.NONE, 3)), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.figure("NDCG@10, mean of 3 folds") > 0, result.toString());
    }

    @Test
    void fakeUsersPushTheirItemsIntoTheLists() {
        StudyResult without = withFakes(0);
        StudyResult with = withFakes(0.2);
        assertTrue(with.data().endsWith("400 fake users who push 10 items"), with.data());
        assertTrue(without.figure("pushed items in lists") < 0.1, without.toString());
        assertTrue(with.figure("pushed items in lists") > without.figure("pushed items in lists"), with.toString());
        assertTrue(with.figure("implicit NDCG@10") < without.figure("implicit NDCG@10"), with.toString());
    }

    private static StudyResult withFakes(double share) {
        TrainingOptions options =
                new TrainingOptions(Penalty.NONE, 0, List.of(), Resampling.NONE, 0, OptionalDouble.of(share));
        StudyResult result = new Als().study().run(settings(options), StudyProgress.NONE);
        result.model().close();
        return result;
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> options(Penalty.NONE, 1, Resampling.NONE, 0));
        assertThrows(IllegalArgumentException.class, () -> options(Penalty.NONE, 0, Resampling.NONE, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingOptions(Penalty.NONE, 0, List.of(), Resampling.NONE, 0, OptionalDouble.of(1.5)));
    }

    private static TaskStudy.Creator networks() {
        return ((TaskStudy) new Purchase().study()).create();
    }

    private static List<Figure> figures(Study study, TrainingOptions options) {
        StudyResult result = study.run(settings(options), StudyProgress.NONE);
        result.model().close();
        return result.figures();
    }

    private static TrainingOptions options(Penalty penalty, double dropout, Resampling resampling, int folds) {
        return new TrainingOptions(penalty, dropout, List.of(), resampling, folds, OptionalDouble.empty());
    }

    private static StudySettings settings(TrainingOptions options) {
        return settings(options, 1);
    }

    private static StudySettings settings(TrainingOptions options, int epochs) {
        return new StudySettings(Optional.empty(), Map.of(), 1, OptionalInt.of(epochs), options);
    }
}
