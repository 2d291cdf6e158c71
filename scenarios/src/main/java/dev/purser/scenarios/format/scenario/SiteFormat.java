package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.fleet.SiteSpec;

/** Reads {@code sites}. */
final class SiteFormat {
    private SiteFormat() {}

    /**
     * A site.
     *
     * @param provider whose instance types run there
     */
    record Site(SiteSpec spec, String provider) {}

    static Shape<Site> of(String name) {
        return new Format<>("site", "A place where instances run.", in -> {
            var provider = in.key(
                            "provider",
                            Words.NAME.like("aws"),
                            "aws, azure, gcp, owned, or a provider of your own price lists")
                    .required();
            var region = in.key(
                            "region",
                            Words.NAME.like("us-east-1"),
                            "the provider's region, or your name of the place; prices depend on it")
                    .required();
            return in.build(() -> new Site(new SiteSpec(name, region.get()), provider.get()));
        });
    }
}
