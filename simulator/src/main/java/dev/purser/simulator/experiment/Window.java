package dev.purser.simulator.experiment;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * A part of a scenario that is run by itself.
 *
 * @param name what it shows
 * @param fromNanos where it begins, after the scenario's start
 * @param lengthNanos its length, warm-up included
 * @param warmUpNanos time at its start that latency figures leave out
 */
public record Window(String name, long fromNanos, long lengthNanos, long warmUpNanos) {
    public Window {
        Check.named(name, "window");
        Check.atLeast(fromNanos, 0, "start of window " + name);
        Check.positive(lengthNanos, "length of window " + name);
        Check.that(
                warmUpNanos >= 0 && warmUpNanos < lengthNanos,
                "warm-up of window " + name,
                warmUpNanos,
                "must be shorter than the window");
    }

    /**
     * The scenario of this window: the same rates at the same moments, with growth taken into the base, and the same
     * incidents. Of an incident under way at its start the share is lost at once, for the rest of the time. It starts
     * with the scenario's initial replicas, as if they had been ready long since, and it isolates no event's cost.
     */
    public ScenarioSpec of(ScenarioSpec scenario) {
        Calendar calendar = scenario.calendar();
        return new ScenarioSpec(
                scenario.name(),
                scenario.title(),
                new Calendar(calendar.at(fromNanos), calendar.holidays(), calendar.holidayLike()),
                lengthNanos,
                warmUpNanos,
                scenario.seed(),
                scenario.intervalNanos(),
                scenario.fidelity(),
                scenario.pipelines().stream().map(this::moved).toList(),
                scenario.services(),
                scenario.sites(),
                scenario.pools(),
                incidents(scenario.incidents()),
                scenario.cost());
    }

    private PipelineSpec moved(PipelineSpec pipeline) {
        return pipeline.withTraffic(pipeline.traffic().seenFrom(fromNanos));
    }

    private List<IncidentSpec> incidents(List<IncidentSpec> all) {
        return all.stream()
                .filter(incident -> incident.atNanos() < fromNanos + lengthNanos
                        && incident.atNanos() + incident.lastsNanos() > fromNanos)
                .map(this::moved)
                .toList();
    }

    private IncidentSpec moved(IncidentSpec incident) {
        long at = Math.max(incident.atNanos(), fromNanos);
        long lasts = incident.atNanos() + incident.lastsNanos() - at;
        return new IncidentSpec(incident.name(), incident.pool(), at - fromNanos, incident.share(), lasts);
    }
}
