package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.usage.Usage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All that came out of one run. Nothing in it depends on the machine or the wall clock: the same scenario and seed
 * give an equal result. Intervals, decisions and usage may be kept outside of memory: they are read one row after the
 * other, any number of times and by any thread, as long as the run's {@code RowStore} is open.
 *
 * @param scenario what was run
 * @param intervals one row per interval, pipeline and service, in order of time
 * @param summaries one per pipeline and service
 * @param months one per month of the calendar, pipeline and service, in order of time
 * @param decisions every change of a replica or instance count
 * @param usage what was consumed
 * @param ledger what it costs
 * @param isolated what single events cost, where the scenario asked
 * @param events events the simulation kernel executed
 * @param surface what a run at interval level took from the response surface; empty at request level
 * @param calibration how far redrawn laws move the figures, where they were asked for
 */
public record RunResult(
        ScenarioSpec scenario,
        IntervalRecord intervals,
        List<LatencySummary> summaries,
        List<MonthRow> months,
        Collection<DecisionRow> decisions,
        Usage usage,
        Ledger ledger,
        List<IsolatedCost> isolated,
        long events,
        Optional<SurfaceUse> surface,
        Optional<CalibrationSpread> calibration) {
    public RunResult {
        summaries = List.copyOf(summaries);
        months = List.copyOf(months);
        isolated = List.copyOf(isolated);
    }

    /** A result of the laws as they are. */
    public RunResult(
            ScenarioSpec scenario,
            IntervalRecord intervals,
            List<LatencySummary> summaries,
            List<MonthRow> months,
            Collection<DecisionRow> decisions,
            Usage usage,
            Ledger ledger,
            List<IsolatedCost> isolated,
            long events,
            Optional<SurfaceUse> surface) {
        this(
                scenario,
                intervals,
                summaries,
                months,
                decisions,
                usage,
                ledger,
                isolated,
                events,
                surface,
                Optional.empty());
    }

    /** The same beside what redrawn laws came to. */
    public RunResult withCalibration(CalibrationSpread spread) {
        return new RunResult(
                scenario,
                intervals,
                summaries,
                months,
                decisions,
                usage,
                ledger,
                isolated,
                events,
                surface,
                Optional.of(spread));
    }

    /** The fidelity it was run at: never {@link Fidelity#AUTO}. */
    public Fidelity fidelity() {
        return surface.isPresent() ? Fidelity.INTERVAL : Fidelity.REQUEST;
    }
}
