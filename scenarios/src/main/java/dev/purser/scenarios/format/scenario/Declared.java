package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.SiteFormat.Site;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.cost.TransferPrice;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.serving.ServiceSpec;
import java.util.Map;
import java.util.TreeSet;

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
        Timeline timeline) {

    /** Refuses what is neither a site nor the users' {@code internet}. */
    void checkSite(Value<String> site) {
        TreeSet<String> known = new TreeSet<>(sites.get().keySet());
        known.add(TransferPrice.INTERNET);
        if (!known.contains(site.get())) {
            throw site.refused("got " + site.get() + ", " + Nearest.oneOf(site.get(), known));
        }
    }
}
