package dev.purser.calibration.models.study;

import dev.purser.calibration.data.ImageFolder;
import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.ImageGenerator;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.calibration.quality.Confusion;
import dev.purser.scenarios.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Trains a classifier of images of 28 by 28 pixels in 10 classes.
 *
 * @param create makes the untrained model of a seed
 * @param flat whether it takes rows of pixels; otherwise shape [1, 28, 28]
 */
public record ImageStudy(LongFunction<NetworkModel> create, boolean flat) implements TaskStudy {
    /** Passes over the training data if the user does not say. */
    public static final int USUAL_EPOCHS = 10;

    private static final int CLASSES = 10;
    private static final int SIDE = 28;
    private static final int BATCH = 64;

    @Override
    public String data() {
        return "folder with images in IDX files, as the MNIST digits have them; else generated images";
    }

    @Override
    public NetworkModel untrained(long seed) {
        return create.apply(seed);
    }

    @Override
    public Task task(StudySettings settings) {
        Split<LabelledImages> images = images(settings);
        ImageSamples train = new ImageSamples(images.train(), CLASSES, flat);
        ImageSamples heldOut = new ImageSamples(images.heldOut(), CLASSES, flat);
        String data = train.count() + " images to train on, " + heldOut.count() + " held out"
                + settings.data().map(path -> " (" + path + ")").orElse(" (generated)");
        return new Task(data, train, heldOut, USUAL_EPOCHS, BATCH, model -> figures(model, heldOut));
    }

    private static List<Figure> figures(Model model, ImageSamples heldOut) {
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
