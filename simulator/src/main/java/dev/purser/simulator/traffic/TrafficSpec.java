package dev.purser.simulator.traffic;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.time.CivilClock;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.List;

/** Where the requests of one pipeline come from. */
public sealed interface TrafficSpec {
    /**
     * Requests to expect from the start to the horizon, before chance; for a closed loop the most there can be on
     * average, as if every answer came at once.
     */
    double expectedRequests(Calendar calendar, long horizonNanos);

    /**
     * Expected requests per second at {@code nanos} after the start of {@code calendar}. Of a closed loop it is the most
     * there can be: what its clients ask if every answer comes at once.
     */
    double expectedPerSecond(long nanos, Calendar calendar);

    /** The same traffic for a run that starts {@code nanos} later, without second runs for the cost of events. */
    TrafficSpec seenFrom(long nanos);

    /** Traffic that does not wait for answers. */
    sealed interface OpenLoop extends TrafficSpec {
        /** The rates of the run; the same, factors included, each time it is asked for in one context. */
        Intensity intensity(TrafficContext context);

        /** The arrival process these settings describe: drawn from {@link #intensity}. */
        default ArrivalProcess create(TrafficContext context) {
            return intensity(context).arrivals(context.streams().substreams(context.stream("arrivals")));
        }
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
        public double expectedRequests(Calendar calendar, long horizonNanos) {
            return profile.expectedRequests(calendar, horizonNanos);
        }

        @Override
        public Intensity intensity(TrafficContext context) {
            var noise = new OverDispersion(dispersion, context.streams().substreams(context.stream("dispersion")));
            long steps = -Math.floorDiv(-context.horizonNanos(), dispersionWindowNanos);
            CivilClock clock = new CivilClock(context.calendar());
            var rates = new RateSteps(dispersionWindowNanos, steps, step -> {
                double rate = rateInStep(step, clock);
                return rate * noise.factor(step, rate * Nanos.toSeconds(dispersionWindowNanos));
            });
            return new Intensity(0, rates, false);
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
        private double rateInStep(long step, CivilClock clock) {
            return profile.perSecondAt(step * dispersionWindowNanos + dispersionWindowNanos / 2, clock);
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
        public double expectedRequests(Calendar calendar, long horizonNanos) {
            double sum = 0;
            for (int bin = 0; bin < counts.size(); bin++) {
                sum += counts.get(bin) * shareWithin(startNanos + bin * binNanos, horizonNanos);
            }
            return sum;
        }

        /** Share of the bin that begins at {@code fromNanos} which lies between the start and the horizon. */
        private double shareWithin(long fromNanos, long horizonNanos) {
            long inside = Math.min(fromNanos + binNanos, horizonNanos) - Math.max(fromNanos, 0);
            return Math.max(0, inside) / (double) binNanos;
        }

        @Override
        public Intensity intensity(TrafficContext context) {
            var rates = new RateSteps(
                    binNanos, counts.size(), step -> counts.get((int) step) * (double) Nanos.SECOND / binNanos);
            return new Intensity(startNanos, rates, exact);
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
        public double expectedRequests(Calendar calendar, long horizonNanos) {
            return clients * (1 + Nanos.toSeconds(horizonNanos) / thinkSeconds.mean());
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
