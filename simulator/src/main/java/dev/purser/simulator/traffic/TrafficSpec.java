package dev.purser.simulator.traffic;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.units.Check;
import java.util.List;

/** Where the requests of one pipeline come from. */
public sealed interface TrafficSpec {

    /**
     * Open loop by a rate that follows the calendar.
     *
     * @param profile expected rate
     * @param dispersion variance over mean of the counts in windows of {@code dispersionWindowNanos}; 1 is Poisson
     */
    record Profile(RateProfile profile, double dispersion, long dispersionWindowNanos) implements TrafficSpec {
        public Profile {
            Check.atLeast(dispersion, 1, "dispersion");
            Check.positive(dispersionWindowNanos, "dispersion window");
        }
    }

    /**
     * Open loop by counts that were recorded: bin i covers [startNanos + i x binNanos, + binNanos). Outside of the
     * bins nothing arrives.
     *
     * @param counts arrivals in each bin, already scaled; fractions are rounded at random with the right mean
     * @param exact whether each bin gets exactly its count, evenly at random inside the bin; else its count is the
     *     mean of a Poisson variable
     * @param source what was replayed, for the report
     */
    record Trace(long startNanos, long binNanos, List<Double> counts, boolean exact, String source)
            implements TrafficSpec {
        public Trace {
            Check.positive(binNanos, "length of a trace bin");
            Check.notEmpty(counts, "trace");
            counts.forEach(count -> Check.atLeast(count, 0, "trace count"));
            counts = List.copyOf(counts);
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
    }
}
