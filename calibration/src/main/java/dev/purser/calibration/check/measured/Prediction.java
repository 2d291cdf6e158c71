package dev.purser.calibration.check.measured;

import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.serving.LatencyHistogram;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.units.Nanos;
import java.util.EnumMap;
import java.util.Map;

/**
 * The figures of a load point by simulation: several replications, each from an empty server, of which the first part is
 * left out. Latencies of all are counted together, throughput is all answers over all time.
 *
 * <p>Several, because batches that follow each other in a closed loop keep their sizes for long: how they fell at the
 * start still shows at the end.
 */
final class Prediction {
    private static final int REPLICATIONS = 8;
    private static final int FEWEST_REQUESTS = 4000;
    private static final int ROUNDS_PER_CLIENT = 60;
    private static final double WARM_UP_SHARE = 0.25;

    /** At a rate, with more than this share of the requests unanswered at the end the run says little of a longer one. */
    private static final double MOST_UNANSWERED = 0.1;

    private final LoadPoint point;
    private final ServiceTimeLaw law;
    private final LatencyHistogram latencies = new LatencyHistogram();
    private double answered;
    private double nanos;
    private boolean grows;

    private Prediction(LoadPoint point, ServiceTimeLaw law, boolean grows) {
        this.point = point;
        this.law = law;
        this.grows = grows;
    }

    /** What {@code law} says of {@code point}; latencies are left out where the queue grows without end. */
    static Map<Figure, Double> of(LoadPoint point, ServiceTimeLaw law, long seed) {
        Prediction prediction = new Prediction(point, law, Saturation.isPassed(point, law, seed));
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            prediction.replicate(seed, replication);
        }
        return prediction.figures();
    }

    private void replicate(long seed, int replication) {
        LoadSimulation run = new LoadSimulation(point, law, seed, replication);
        long requests = Math.max(
                FEWEST_REQUESTS, (long) ROUNDS_PER_CLIENT * point.load().clients());
        long stepNanos = stepNanos();
        advanceTo(run, (long) (WARM_UP_SHARE * requests), stepNanos);
        run.tally().closeInterval();
        long answeredBefore = run.tally().answeredSoFar();
        long startNanos = run.nowNanos();
        advanceTo(run, answeredBefore + requests, stepNanos);
        count(run.tally(), answeredBefore, run.nowNanos() - startNanos);
    }

    private void count(Tally tally, long answeredBefore, long spanNanos) {
        latencies.add(tally.intervalLatency().counted());
        answered += tally.answeredSoFar() - answeredBefore;
        nanos += spanNanos;
        grows |= !point.load().isClosed() && tally.inFlight() > MOST_UNANSWERED * tally.answeredSoFar();
    }

    private static void advanceTo(LoadSimulation run, long answers, long stepNanos) {
        while (run.tally().answeredSoFar() < answers) {
            run.advance(stepNanos);
        }
    }

    /** About the time between two requests, but at least that of a request: short against the whole. */
    private long stepNanos() {
        Load load = point.load();
        double request = law.time().meanNanos(load.samples());
        double gap = load.isClosed() ? load.thinkNanos() / load.clients() : Nanos.SECOND / load.perSecond();
        return (long) Math.max(1, Math.ceil(Math.max(request, gap)));
    }

    private Map<Figure, Double> figures() {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.THROUGHPUT, answered * point.load().samples() / nanos * Nanos.SECOND);
        if (!grows) {
            figures.put(Figure.MEAN, latencies.meanNanos());
            for (Figure figure : Figure.values()) {
                figure.quantile()
                        .ifPresent(quantile -> figures.put(
                                figure, (double) latencies.quantile(quantile).nanos()));
            }
        }
        return figures;
    }
}
