package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.fleet.SiteSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All that a run depends on.
 *
 * @param name short name
 * @param title one line for the report's cover
 * @param calendar start, zone and holidays
 * @param horizonNanos simulated length
 * @param warmUpNanos time at the start that latency figures leave out; cost and counts include it
 * @param seed seed of every random stream
 * @param intervalNanos length of the rows of the interval record
 * @param fidelity how closely requests are followed
 * @param pipelines kinds of user requests
 * @param services what answers them
 * @param sites places
 * @param pools instances
 * @param incidents what goes wrong
 * @param cost what the bill consists of
 */
public record ScenarioSpec(
        String name,
        String title,
        Calendar calendar,
        long horizonNanos,
        long warmUpNanos,
        long seed,
        long intervalNanos,
        Fidelity fidelity,
        List<PipelineSpec> pipelines,
        List<ServiceSpec> services,
        List<SiteSpec> sites,
        List<PoolSpec> pools,
        List<IncidentSpec> incidents,
        CostSpec cost) {
    public ScenarioSpec {
        Check.named(name, "scenario name");
        Check.positive(horizonNanos, "horizon");
        Check.atLeast(warmUpNanos, 0, "warm-up");
        Check.that(warmUpNanos < horizonNanos, "warm-up", warmUpNanos, "must be shorter than the horizon");
        Check.positive(intervalNanos, "interval");
        pipelines = List.copyOf(Check.notEmpty(pipelines, "pipelines"));
        services = List.copyOf(Check.notEmpty(services, "services"));
        sites = List.copyOf(Check.notEmpty(sites, "sites"));
        pools = List.copyOf(Check.notEmpty(pools, "pools"));
        incidents = List.copyOf(incidents);
        checkUnique("pipelines", pipelines, PipelineSpec::name);
        checkUnique("services", services, ServiceSpec::name);
        checkUnique("pools", pools, PoolSpec::name);
        checkUnique("incidents", incidents, IncidentSpec::name);
        List<String> known = pools.stream().map(PoolSpec::name).toList();
        for (IncidentSpec incident : incidents) {
            boolean isKnown = known.contains(incident.pool());
            Check.that(isKnown, "pool of incident " + incident.name(), incident.pool(), "must be one of " + known);
        }
    }

    private static <E> void checkUnique(String what, List<E> all, Function<E, String> name) {
        Set<String> names = new HashSet<>();
        for (E each : all) {
            Check.that(names.add(name.apply(each)), "names of " + what, name.apply(each), "must be unique");
        }
    }

    /** The same with other pipelines. */
    public ScenarioSpec withPipelines(List<PipelineSpec> others) {
        return copy(seed, intervalNanos, fidelity, others, services, cost);
    }

    /** The same with rows of another length, in nanoseconds. */
    public ScenarioSpec withInterval(long nanos) {
        return copy(seed, nanos, fidelity, pipelines, services, cost);
    }

    /** The same at another fidelity. */
    public ScenarioSpec withFidelity(Fidelity other) {
        return copy(seed, intervalNanos, other, pipelines, services, cost);
    }

    /** The same under another seed. */
    public ScenarioSpec withSeed(long other) {
        return copy(other, intervalNanos, fidelity, pipelines, services, cost);
    }

    /** The same with other services. */
    public ScenarioSpec withServices(List<ServiceSpec> others) {
        return copy(seed, intervalNanos, fidelity, pipelines, others, cost);
    }

    /** The same with another bill. */
    public ScenarioSpec withCost(CostSpec other) {
        return copy(seed, intervalNanos, fidelity, pipelines, services, other);
    }

    /** The same with nothing but {@code itsPools}, the services in them, and the pipelines that pass these. */
    ScenarioSpec restrictedTo(Set<String> itsPools, Predicate<PipelineSpec> itsPipelines) {
        return new ScenarioSpec(
                name,
                title,
                calendar,
                horizonNanos,
                warmUpNanos,
                seed,
                intervalNanos,
                fidelity,
                pipelines.stream().filter(itsPipelines).toList(),
                services.stream()
                        .filter(service -> itsPools.containsAll(service.pools()))
                        .toList(),
                sites,
                pools.stream().filter(pool -> itsPools.contains(pool.name())).toList(),
                incidents.stream()
                        .filter(incident -> itsPools.contains(incident.pool()))
                        .toList(),
                cost);
    }

    private ScenarioSpec copy(
            long itsSeed,
            long itsIntervalNanos,
            Fidelity itsFidelity,
            List<PipelineSpec> itsPipelines,
            List<ServiceSpec> itsServices,
            CostSpec itsCost) {
        return new ScenarioSpec(
                name,
                title,
                calendar,
                horizonNanos,
                warmUpNanos,
                itsSeed,
                itsIntervalNanos,
                itsFidelity,
                itsPipelines,
                itsServices,
                sites,
                pools,
                incidents,
                itsCost);
    }
}
