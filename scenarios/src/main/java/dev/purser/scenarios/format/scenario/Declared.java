package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.SiteFormat.Site;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.serving.ServiceSpec;
import java.util.Map;

/**
 * What a scenario declares before its cost, and cost may name.
 *
 * @param sites the sites by name
 * @param pools the pools by name
 * @param services the services by name
 * @param timeline when it takes place
 */
record Declared(
        Value<Map<String, Value<Site>>> sites,
        Value<Map<String, Value<PoolSpec>>> pools,
        Value<Map<String, Value<ServiceSpec>>> services,
        Timeline timeline) {}
