package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Arrays;

/** Mean time of one batch as a function of its size in samples. */
public sealed interface BatchTime {

    /** Mean time of a batch of {@code samples} (at least 1), in nanoseconds. */
    double meanNanos(int samples);

    /** fixed + perSample x samples. */
    record Affine(double fixedNanos, double perSampleNanos) implements BatchTime {
        public Affine {
            Check.atLeast(fixedNanos, 0, "fixed time of a batch (ns)");
            Check.atLeast(perSampleNanos, 0, "time per sample (ns)");
        }

        @Override
        public double meanNanos(int samples) {
            return fixedNanos + perSampleNanos * samples;
        }
    }

    /**
     * Straight lines between measured sizes; below the first size the first time holds, above the last size the time
     * grows in proportion to the samples.
     */
    record Table(int[] sizes, double[] nanos) implements BatchTime {
        public Table {
            checkPoints(sizes, nanos);
            sizes = sizes.clone();
            nanos = nanos.clone();
        }

        @Override
        public double meanNanos(int samples) {
            int last = sizes.length - 1;
            if (samples <= sizes[0]) {
                return nanos[0];
            }
            if (samples >= sizes[last]) {
                return nanos[last] * samples / sizes[last];
            }
            int found = Arrays.binarySearch(sizes, samples);
            if (found >= 0) {
                return nanos[found];
            }
            int right = -found - 1;
            double share = (double) (samples - sizes[right - 1]) / (sizes[right] - sizes[right - 1]);
            return nanos[right - 1] + share * (nanos[right] - nanos[right - 1]);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Table that && Arrays.equals(sizes, that.sizes) && Arrays.equals(nanos, that.nanos);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(sizes) + Arrays.hashCode(nanos);
        }

        @Override
        public String toString() {
            return "Table[sizes=" + Arrays.toString(sizes) + ", nanos=" + Arrays.toString(nanos) + "]";
        }
    }

    /**
     * A batch is padded to the next of the measured sizes and takes that size's time; above the last size it runs as
     * several batches of the last size.
     */
    record PaddedSteps(int[] sizes, double[] nanos) implements BatchTime {
        public PaddedSteps {
            checkPoints(sizes, nanos);
            sizes = sizes.clone();
            nanos = nanos.clone();
        }

        @Override
        public double meanNanos(int samples) {
            int last = sizes.length - 1;
            int whole = (samples - 1) / sizes[last];
            int rest = samples - whole * sizes[last];
            int found = Arrays.binarySearch(sizes, rest);
            return whole * nanos[last] + nanos[found >= 0 ? found : -found - 1];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PaddedSteps that
                    && Arrays.equals(sizes, that.sizes)
                    && Arrays.equals(nanos, that.nanos);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(sizes) + Arrays.hashCode(nanos);
        }

        @Override
        public String toString() {
            return "PaddedSteps[sizes=" + Arrays.toString(sizes) + ", nanos=" + Arrays.toString(nanos) + "]";
        }
    }

    private static void checkPoints(int[] sizes, double[] nanos) {
        Check.that(sizes.length == nanos.length, "batch times", nanos.length, "must be one per batch size");
        Check.positive(sizes.length, "number of batch sizes");
        for (int i = 0; i < sizes.length; i++) {
            Check.atLeast(sizes[i], i == 0 ? 1 : sizes[i - 1] + 1, "batch size " + (i + 1));
            Check.positive(nanos[i], "time of batch size " + sizes[i] + " (ns)");
        }
    }
}
