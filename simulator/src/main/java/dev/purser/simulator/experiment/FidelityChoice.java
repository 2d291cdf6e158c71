package dev.purser.simulator.experiment;

/**
 * The fidelity a scenario runs at. Where it leaves the choice open, that is request level if at most {@value
 * #MOST_VISITS} visits of requests to services are to be expected, about ten seconds at 3 million a second on one core,
 * and interval level beyond. The choice follows from the scenario alone: neither the machine nor the seed changes it.
 *
 * @param fidelity request or interval level
 * @param expectedVisits requests to expect over the horizon x stages they pass, in all runs the scenario asks for
 */
public record FidelityChoice(Fidelity fidelity, double expectedVisits) {
    /** Visits up to which a scenario that leaves the choice open runs at request level. */
    public static final int MOST_VISITS = 30_000_000;

    /** The choice for {@code scenario}. */
    public static FidelityChoice of(ScenarioSpec scenario) {
        double visits = visits(scenario)
                + EventRemoval.isolatedEvents(scenario).stream()
                        .mapToDouble(event -> visits(EventRemoval.without(event, scenario)))
                        .sum();
        return new FidelityChoice(
                scenario.fidelity() == Fidelity.AUTO ? affordable(visits) : scenario.fidelity(), visits);
    }

    private static Fidelity affordable(double visits) {
        return visits <= MOST_VISITS ? Fidelity.REQUEST : Fidelity.INTERVAL;
    }

    private static double visits(ScenarioSpec scenario) {
        return scenario.pipelines().stream()
                .mapToDouble(pipeline -> pipeline.stages().size()
                        * pipeline.traffic().expectedRequests(scenario.calendar(), scenario.horizonNanos()))
                .sum();
    }
}
