package dev.purser.calibration.data;

import dev.purser.scenarios.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images in IDX files under the names the MNIST digits have: {@code train-images-idx3-ubyte} and
 * {@code train-labels-idx1-ubyte}, for held-out images {@code t10k-} in place of {@code train-}; a dot may stand before
 * {@code idx}, {@code .gz} may follow.
 */
public final class ImageFolder {
    private static final double HELD_OUT = 1.0 / 7;
    private static final int FEWEST = 7;

    private ImageFolder() {}

    /**
     * The images in {@code folder}. Where it holds no {@code t10k} files, a seventh of all images, drawn by
     * {@code seed}, is held out.
     *
     * @throws InputException if files are missing, unsound or do not belong together
     */
    public static Split<LabelledImages> read(Path folder, long seed) {
        LabelledImages train = images(folder, "train");
        if (found(folder, "t10k", "images-idx3").isPresent()) {
            return new Split<>(train, images(folder, "t10k"));
        }
        if (train.count() < FEWEST) {
            throw new InputException(folder + ": got " + train.count() + " images and no "
                    + names("t10k", "images-idx3").get(0) + ", must be at least " + FEWEST + ": a seventh is held out");
        }
        Split<int[]> indices = Split.shuffled(train.count(), HELD_OUT, seed);
        return new Split<>(train.subset(indices.train()), train.subset(indices.heldOut()));
    }

    private static LabelledImages images(Path folder, String part) {
        Path imageFile = required(folder, part, "images-idx3");
        IdxFile images = IdxFile.read(imageFile);
        Path labelFile = required(folder, part, "labels-idx1");
        IdxFile labels = IdxFile.read(labelFile);
        dimensions(imageFile, images, 3);
        dimensions(labelFile, labels, 1);
        if (images.dimensions()[0] != labels.dimensions()[0]) {
            throw new InputException(labelFile + ": got " + labels.dimensions()[0] + " labels, must be "
                    + images.dimensions()[0] + ", one for each image of " + imageFile.getFileName());
        }
        return new LabelledImages(images.dimensions()[1], images.dimensions()[2], images.bytes(), labels.bytes());
    }

    private static void dimensions(Path file, IdxFile idx, int wanted) {
        if (idx.dimensions().length != wanted) {
            throw new InputException(file + ": got " + idx.dimensions().length + " dimensions, must be " + wanted);
        }
    }

    private static Path required(Path folder, String part, String kind) {
        return found(folder, part, kind)
                .orElseThrow(() -> new InputException(
                        folder + ": got no " + names(part, kind).get(0) + ", must hold it (or with .gz)"
                                + (Files.isDirectory(folder) ? "" : "; there is no such folder")));
    }

    private static Optional<Path> found(Path folder, String part, String kind) {
        return names(part, kind).stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<String> names(String part, String kind) {
        String dashed = part + "-" + kind + "-ubyte";
        String dotted = dashed.replace("-idx", ".idx");
        return Stream.of(dashed, dotted, dashed + ".gz", dotted + ".gz").toList();
    }
}
