package dev.purser.simulator.traffic;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/** Where the requests of one pipeline come from. */
public sealed interface TrafficSpec {

    /**
     * Expected requests per second at {@code nanos} after the start of {@code calendar}. Of a closed loop it is the most
     * there can be: what its clients ask if every answer comes at once.
     */
    double expectedPerSecond(long nanos, Calendar calendar);

    /** The same traffic for a run that starts {@code nanos} later, without second runs for the cost of events. */
    TrafficSpec seenFrom(long nanos);

    /** Traffic that does not wait for answers. */
    sealed interface OpenLoop extends TrafficSpec {
        /** The arrival process these settings describe. */
        ArrivalProcess create(TrafficContext context);
    }

    /**
     * Open loop by a rate that follows the calendar.
     *
     * @param profile expected rate
     * @param dispersion variance over mean of the counts in windows of {@code dispersionWindowNanos}; 1 is Poisson
     * @param dispersionWindowNanos length of those windows; the rate is constant within each
     */
    record Profile(RateProfile profile, double dispersion, long dispersionWindowNanos) implements OpenLoop {
        public Profile {
            Check.atLeast(dispersion, 1.0, "dispersion");
            Check.positive(dispersionWindowNanos, "dispersion window");
        }

        @Override
        public ArrivalProcess create(TrafficContext context) {
            var noise = new OverDispersion(dispersion, context.streams().substreams(context.stream("dispersion")));
            long steps = -Math.floorDiv(-context.horizonNanos(), dispersionWindowNanos);
            var rates = new RateSteps(dispersionWindowNanos, steps, step -> {
                double rate = rateInStep(step, context.calendar());
                return rate * noise.factor(step, rate * Nanos.toSeconds(dispersionWindowNanos));
            });
            return new PoissonArrivals(rates, context.streams().substreams(context.stream("arrivals")));
        }

        @Override
        public double expectedPerSecond(long nanos, Calendar calendar) {
            return profile.perSecondAt(nanos, calendar);
        }

        @Override
        public Profile seenFrom(long nanos) {
            return new Profile(profile.seenFrom(nanos), dispersion, dispersionWindowNanos);
        }

        /** Expected rate in the middle of a step, taken for the whole of it. */
        private double rateInStep(long step, Calendar calendar) {
            return profile.perSecondAt(step * dispersionWindowNanos + dispersionWindowNanos / 2, calendar);
        }
    }

    /**
     * Open loop by counts that were recorded: bin i covers [startNanos + i x binNanos, + binNanos). Outside of the
     * bins nothing arrives.
     *
     * @param startNanos start of the first bin; bins before the start of the run are left out
     * @param binNanos length of a bin
     * @param counts arrivals in each bin, already scaled; fractions are rounded at random with the right mean
     * @param exact whether each bin gets exactly its count, evenly at random inside the bin; else its count is the
     *     mean of a Poisson variable
     * @param source what was replayed, for the report
     */
    record Trace(long startNanos, long binNanos, List<Double> counts, boolean exact, String source)
            implements OpenLoop {
        public Trace {
            Check.positive(binNanos, "length of a trace bin");
            Check.notEmpty(counts, "trace");
            counts.forEach(count -> Check.atLeast(count, 0.0, "trace count"));
            counts = List.copyOf(counts);
        }

        @Override
        public ArrivalProcess create(TrafficContext context) {
            var random = context.streams().substreams(context.stream("arrivals"));
            var rates = new RateSteps(
                    binNanos, counts.size(), step -> counts.get((int) step) * (double) Nanos.SECOND / binNanos);
            ArrivalProcess inBins = exact ? new CountArrivals(rates, random) : new PoissonArrivals(rates, random);
            return () -> shifted(inBins);
        }

        @Override
        public double expectedPerSecond(long nanos, Calendar calendar) {
            long bin = Math.floorDiv(nanos - startNanos, binNanos);
            return bin < 0 || bin >= counts.size() ? 0 : counts.get((int) bin) * Nanos.SECOND / binNanos;
        }

        /** Bins that are over by then are left out. */
        @Override
        public Trace seenFrom(long nanos) {
            int over = (int) Math.min(Math.max(0, Math.floorDiv(nanos - startNanos, binNanos)), counts.size() - 1L);
            return new Trace(
                    startNanos + over * binNanos - nanos, binNanos, counts.subList(over, counts.size()), exact, source);
        }

        private long shifted(ArrivalProcess inBins) {
            long next = inBins.nextNanos();
            while (next != Nanos.NEVER && next + startNanos < 0) {
                next = inBins.nextNanos();
            }
            return next == Nanos.NEVER ? next : next + startNanos;
        }
    }

    /**
     * Closed loop: each client sends a request, waits for its answer, thinks, and sends the next.
     *
     * @param clients how many there are
     * @param thinkSeconds time from an answer to the next request, in seconds
     */
    record ClosedLoop(int clients, DistributionSpec thinkSeconds) implements TrafficSpec {
        public ClosedLoop {
            Check.positive(clients, "clients");
            Check.positive(thinkSeconds.mean(), "mean think time (s)");
        }

        @Override
        public double expectedPerSecond(long nanos, Calendar calendar) {
            return clients / thinkSeconds.mean();
        }

        @Override
        public ClosedLoop seenFrom(long nanos) {
            return this;
        }
    }
}
