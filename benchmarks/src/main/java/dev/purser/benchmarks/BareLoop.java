package dev.purser.benchmarks;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler.Exponential;

/** Events without an engine: a loop around one binary heap. Entry -1 is the next arrival, others are departures. */
final class BareLoop {
    private static final int ARRIVAL = -1;

    private final Load load;
    private final Exponential gaps;
    private final Exponential services;
    private final BareHeap heap = new BareHeap();
    private final Waiting waiting = new Waiting();
    private int idle;
    private long started;

    private BareLoop(Load load) {
        this.load = load;
        this.gaps = Draws.arrivals(load.replication());
        this.services = Draws.services(load.replication());
        this.idle = load.servers();
    }

    static double meanWait(Load load) {
        return new BareLoop(load).run();
    }

    private double run() {
        heap.add(0, ARRIVAL);
        while (started < load.requests()) {
            double now = heap.firstTime();
            if (heap.firstNumber() == ARRIVAL) {
                arrive(now);
            } else {
                depart(now);
            }
        }
        return waiting.sum() / load.requests();
    }

    private void arrive(double now) {
        heap.replaceFirst(now + load.meanGap() * gaps.sample(), ARRIVAL);
        if (idle > 0) {
            idle--;
            started++;
            heap.add(now + services.sample(), 0);
        } else {
            waiting.add(now);
        }
    }

    private void depart(double now) {
        if (waiting.isEmpty()) {
            idle++;
            heap.removeFirst();
        } else {
            waiting.start(now);
            started++;
            heap.replaceFirst(now + services.sample(), 0);
        }
    }
}
