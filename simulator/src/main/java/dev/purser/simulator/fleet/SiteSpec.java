package dev.purser.simulator.fleet;

import dev.purser.simulator.units.Check;

/**
 * A place where instances run.
 *
 * @param name unique name
 * @param region the provider's region, or what the user calls the place; prices look it up
 */
public record SiteSpec(String name, String region) {
    public SiteSpec {
        Check.named(name, "site name");
        Check.named(region, "region of site " + name);
    }
}
