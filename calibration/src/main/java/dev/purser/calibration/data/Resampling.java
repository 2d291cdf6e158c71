package dev.purser.calibration.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** What is done where some classes have more samples than others. */
public enum Resampling {
    /** Nothing. */
    NONE {
        @Override
        int wanted(List<int[]> classes) {
            return 0;
        }
    },
    /** Samples of the smaller classes are drawn again until all are as large as the largest. */
    OVER {
        @Override
        int wanted(List<int[]> classes) {
            return classes.stream().mapToInt(of -> of.length).max().orElse(0);
        }
    },
    /** Samples of the larger classes are left out until all are as small as the smallest. */
    UNDER {
        @Override
        int wanted(List<int[]> classes) {
            return classes.stream().mapToInt(of -> of.length).min().orElse(0);
        }
    };

    /** Samples that each of {@code classes}, none of which is empty, is to have. */
    abstract int wanted(List<int[]> classes);

    /** Name in {@code --resample}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of those that do something. */
    public static List<String> names() {
        return Stream.of(OVER, UNDER).map(Resampling::text).toList();
    }

    /**
     * Places of the samples to train on, class by class.
     *
     * @param labels class of each sample, from 0
     */
    public int[] indices(int[] labels, UniformRandomProvider random) {
        if (this == NONE) {
            return IntStream.range(0, labels.length).toArray();
        }
        List<int[]> classes = classes(labels);
        int wanted = wanted(classes);
        return classes.stream()
                .flatMapToInt(of -> Arrays.stream(drawn(of, wanted, random)))
                .toArray();
    }

    private static List<int[]> classes(int[] labels) {
        return Arrays.stream(labels)
                .distinct()
                .sorted()
                .mapToObj(label -> IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == label)
                        .toArray())
                .toList();
    }

    /** All of {@code samples} and some of them again, or as many of them as are wanted. */
    private static int[] drawn(int[] samples, int wanted, UniformRandomProvider random) {
        int[] order = samples.clone();
        PermutationSampler.shuffle(random, order);
        int[] drawn = Arrays.copyOf(order, wanted);
        for (int i = samples.length; i < wanted; i++) {
            drawn[i] = samples[random.nextInt(samples.length)];
        }
        return drawn;
    }
}
