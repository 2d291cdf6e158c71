package dev.purser.calibration.compression;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.study.Samples;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Times calls of cheaper models beside those of the model as it was: in every round each of them in turn, right beside
 * the other, for {@link #BLOCK_NANOS} or one call; what counts is the median. The first round warms up and does not
 * count. Times are processor time of the calling thread, which is what a call takes on a machine that does nothing else,
 * as long as linear algebra has one thread.
 *
 * @param batches sizes in samples
 * @param rounds that count
 */
record CallTiming(List<Integer> batches, int rounds) {
    private static final long BLOCK_NANOS = 10 * Nanos.MILLISECOND;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    CallTiming {
        batches = List.copyOf(Check.notEmpty(batches, "batch sizes"));
        Check.positive(rounds, "rounds");
    }

    /** Times of each of {@code after} by batch size, beside those of {@code before}, on {@code samples}. */
    List<SortedMap<Integer, PairedTimes>> of(Model before, List<? extends Model> after, Samples samples) {
        List<Case> cases = new ArrayList<>();
        for (Model model : after) {
            batches.forEach(size -> cases.add(new Case(before, model, batch(samples, size), new ArrayList<>())));
        }
        for (int round = 0; round <= rounds; round++) {
            boolean turned = round % 2 == 1;
            cases.forEach(one -> one.measure(turned));
        }
        return IntStream.range(0, after.size())
                .mapToObj(i -> times(cases.subList(i * batches.size(), (i + 1) * batches.size())))
                .toList();
    }

    private static SortedMap<Integer, PairedTimes> times(List<Case> cases) {
        SortedMap<Integer, PairedTimes> times = new TreeMap<>();
        cases.forEach(one -> times.put(one.batch.samples(), one.times()));
        return times;
    }

    /** The first {@code size} samples, over and over where there are fewer. */
    private static Batch batch(Samples samples, int size) {
        return samples.batch(
                IntStream.range(0, size).map(i -> i % samples.count()).toArray());
    }

    /** Two models and a batch; {@code pairs} holds the times of the warm-up, then of every round. */
    private record Case(Model before, Model after, Batch batch, List<double[]> pairs) {
        /** {@code turned}: the cheaper model first. */
        void measure(boolean turned) {
            double first = block(turned ? after : before);
            double second = block(turned ? before : after);
            pairs.add(turned ? new double[] {second, first} : new double[] {first, second});
        }

        /** Median time of a call, in nanoseconds. */
        private double block(Model model) {
            List<Long> nanos = new ArrayList<>();
            long started = THREADS.getCurrentThreadCpuTime();
            long now = started;
            do {
                long called = now;
                model.score(batch);
                now = THREADS.getCurrentThreadCpuTime();
                nanos.add(now - called);
            } while (now - started < BLOCK_NANOS);
            return new Median()
                    .evaluate(nanos.stream().mapToDouble(Long::doubleValue).toArray());
        }

        PairedTimes times() {
            return new PairedTimes(side(0), side(1));
        }

        private double[] side(int side) {
            return pairs.stream().skip(1).mapToDouble(pair -> pair[side]).toArray();
        }
    }
}
