package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Augmentation;
import dev.purser.calibration.data.ImageFolder;
import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.ImageGenerator;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Confusion;
import dev.purser.scenarios.InputException;
import dev.purser.simulator.random.RandomStreams;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Trains a classifier of images of 28 by 28 pixels in 10 classes.
 *
 * @param create makes the untrained model of a seed
 * @param flat whether it takes rows of pixels; otherwise shape [1, 28, 28]
 * @param options what may be asked of the training
 */
public record ImageStudy(Creator create, boolean flat, Set<TrainingOption> options) implements TaskStudy {
    /** Passes over the training data if the user does not say. */
    public static final int USUAL_EPOCHS = 10;

    private static final int CLASSES = 10;
    private static final int SIDE = 28;
    private static final int BATCH = 64;

    /** Copies the set. */
    public ImageStudy {
        options = Set.copyOf(options);
    }

    /** A study that takes all that a study of images can. */
    public ImageStudy(Creator create, boolean flat) {
        this(
                create,
                flat,
                EnumSet.of(
                        TrainingOption.EPOCHS,
                        TrainingOption.L1,
                        TrainingOption.L2,
                        TrainingOption.DROPOUT,
                        TrainingOption.AUGMENTATION,
                        TrainingOption.RESAMPLING,
                        TrainingOption.FOLDS));
    }

    /** The same without one option. */
    public ImageStudy without(TrainingOption option) {
        Set<TrainingOption> others = EnumSet.copyOf(options);
        others.remove(option);
        return new ImageStudy(create, flat, others);
    }

    @Override
    public String data() {
        return "folder with images in IDX files, as the MNIST digits have them; else generated images";
    }

    @Override
    public void check(StudySettings settings) {
        images(settings);
    }

    @Override
    public Task task(StudySettings settings) {
        Split<LabelledImages> images = images(settings);
        ImageSamples train = new ImageSamples(images.train(), CLASSES, flat);
        ImageSamples heldOut = new ImageSamples(images.heldOut(), CLASSES, flat);
        String data = train.count() + " images to train on, " + heldOut.count() + " held out"
                + settings.data().map(path -> " (" + path + ")").orElse(" (generated)");
        return new Task(data, train, heldOut, USUAL_EPOCHS, BATCH, ImageStudy::figures, List.of());
    }

    @Override
    public Samples augmented(Samples samples, StudySettings settings) {
        List<Augmentation> augmentations = settings.options().augmentations();
        return augmentations.isEmpty()
                ? samples
                : new AugmentedSamples(
                        samples, SIDE, augmentations, new RandomStreams(settings.seed(), 0).stream("augmentation"));
    }

    private static List<Figure> figures(Model model, ClassifiedSamples heldOut) {
        int[] predicted = Scores.largest(Scores.of(model, heldOut), CLASSES);
        Confusion confusion = Confusion.of(heldOut.labels(), predicted, CLASSES);
        return List.of(
                new Figure("test accuracy", confusion.accuracy()),
                new Figure("test precision, mean of classes", confusion.macroPrecision()),
                new Figure("test recall, mean of classes", confusion.macroRecall()),
                new Figure("test F1, mean of classes", confusion.macroF1()));
    }

    private static Split<LabelledImages> images(StudySettings settings) {
        if (settings.data().isEmpty()) {
            return ImageGenerator.split(settings.seed());
        }
        Path folder = settings.data().get();
        Split<LabelledImages> images = ImageFolder.read(folder, settings.seed());
        check(folder, images.train());
        check(folder, images.heldOut());
        return images;
    }

    private static void check(Path folder, LabelledImages images) {
        if (images.rows() != SIDE || images.columns() != SIDE) {
            throw new InputException(folder + ": got images of " + images.rows() + " x " + images.columns()
                    + " pixels, must be " + SIDE + " x " + SIDE);
        }
        if (images.classes() > CLASSES) {
            throw new InputException(
                    folder + ": got label " + (images.classes() - 1) + ", must be 0 to " + (CLASSES - 1));
        }
    }
}
