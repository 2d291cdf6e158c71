package dev.purser.simulator.surface;

import dev.purser.simulator.serving.Outcome;
import dev.purser.simulator.units.Nanos;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/** Reads the figures of a response out of the windows of a micro-simulation. */
final class FigureReader {
    private final Group group;
    private final State state;
    private final Columns columns;
    private final Windows windows;
    private final double windowSeconds;
    private final WorkEstimate work;
    private final EndedEstimate shares;
    private final Layout layout;
    private final double[] figures;

    /** What all replicas of a slot do in a window. */
    @FunctionalInterface
    interface WorkEstimate {
        Regression of(int slot, int kind);
    }

    /** What share of the requests of a tally ends in a way. */
    @FunctionalInterface
    interface EndedEstimate {
        ShareEstimate of(int tally, Outcome way);
    }

    FigureReader(
            Group group,
            State state,
            Columns columns,
            Windows windows,
            long windowNanos,
            WorkEstimate work,
            EndedEstimate shares) {
        this.group = group;
        this.state = state;
        this.columns = columns;
        this.windows = windows;
        this.windowSeconds = windowNanos / (double) Nanos.SECOND;
        this.work = work;
        this.shares = shares;
        this.layout = new Layout(group);
        this.figures = new double[layout.length()];
    }

    double[] figures() {
        IntStream.range(0, group.pipelines().size()).forEach(this::readPipeline);
        IntStream.range(0, group.services().size()).forEach(this::readService);
        IntStream.range(0, group.slots()).forEach(this::readSlot);
        IntStream.range(0, layout.payloads().size()).forEach(this::readPayload);
        return figures;
    }

    private void readPipeline(int pipeline) {
        double[] offered = windows.column(columns.offered(pipeline));
        int at = layout.requests(pipeline);
        figures[at] = windows.sum(columns.offered(pipeline)) / (windows.size() * windowSeconds);
        figures[at + 1] = new Variance().evaluate(offered) / windowSeconds;
        readShares(pipeline, layout.pipelineShares(pipeline));
    }

    private void readService(int service) {
        int tally = columns.tallyOfService(service);
        readShares(tally, layout.serviceShares(service));
        int at = layout.perRequest(service);
        figures[at] = perRequest(columns.offered(tally));
        for (int i = 0; i < 3; i++) {
            figures[at + 1 + i] = perRequest(columns.attempts(service) + i);
        }
    }

    private void readShares(int tally, int at) {
        double sum = 0;
        for (Outcome outcome : Outcome.values()) {
            double share = shares.of(tally, outcome).share();
            figures[at + outcome.ordinal()] = Double.isNaN(share) ? 0 : share;
            sum += figures[at + outcome.ordinal()];
        }
        for (Outcome outcome : Outcome.values()) {
            figures[at + outcome.ordinal()] /= sum == 0 ? 1 : sum;
        }
    }

    private double perRequest(int column) {
        double requests = IntStream.range(0, group.pipelines().size())
                .mapToDouble(pipeline -> windows.sum(columns.offered(pipeline)))
                .sum();
        return windows.sum(column) / requests;
    }

    private void readSlot(int slot) {
        int replicas = state.replicas()[slot];
        for (int kind = 0; replicas > 0 && kind < Layout.WORK; kind++) {
            Regression estimate = work.of(slot, kind);
            figures[layout.meanWork(slot) + kind] = estimate.mean() / windowSeconds / replicas;
            figures[layout.workPerExtraRequest(slot) + kind] = estimate.slope();
            figures[layout.workVariance(slot) + kind] = estimate.variance() / windowSeconds / replicas;
        }
    }

    private void readPayload(int number) {
        double requests =
                windows.sum(columns.offered(layout.payloads().get(number).pipeline()));
        for (int way = 0; requests > 0 && way < 2; way++) {
            figures[layout.payload(number) + way] = windows.sum(columns.payload(number) + way) / requests;
        }
    }
}
