package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.scenario.SiteFormat.Site;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.ByteSizes;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.fleet.NodeScalingSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import java.util.Map;

/**
 * Reads {@code pools}.
 *
 * @param sites the sites they may stand at
 * @param catalogue the instance types there are
 * @param shipped those known without the scenario
 */
record PoolFormat(Value<Map<String, Value<Site>>> sites, Value<Catalogue> catalogue, Catalogue shipped) {
    private static final String OWNED = "owned";

    private static final ScalarType<PurchaseOption> PURCHASE = Words.kebab("purchase", PurchaseOption.class);

    private static final Format<NodeScalingSpec> NODE_SCALING =
            new Format<>("node scaling", "The rules of the Kubernetes cluster autoscaler.", in -> {
                var scan = in.key("scan", Durations.NANOS.atLeast("100 ms"), "time between two looks at the pool")
                        .orElse("10 s");
                var unneeded = in.key(
                                "unneeded", Durations.NANOS, "how long an instance must be unneeded before it goes")
                        .orElse("10 min");
                var threshold = in.key(
                                "threshold",
                                Shares.FRACTIONS,
                                "share of its cores, memory or cards (the larger) below which it is unneeded")
                        .orElse("50 %");
                var delay = in.key(
                                "delay-after-add", Durations.NANOS, "nothing is removed for so long after an addition")
                        .orElse("10 min");
                var timeout = in.key("provision-timeout", Durations.NANOS.above("0 s"), "longest time to boot")
                        .orElse("15 min");
                return in.build(() ->
                        new NodeScalingSpec(scan.get(), unneeded.get(), threshold.get(), delay.get(), timeout.get()));
            });

    /**
     * How many instances there may be.
     */
    record Range(int fewest, int most) {}

    private static final Shape<Range> INSTANCES = Shapes.either(
            new ScalarType<>(
                    "number of instances",
                    "a whole number, at least 1",
                    "4",
                    scalar -> fixed(Counts.SMALL.atLeast("1").parser().apply(scalar)),
                    range -> Integer.toString(range.most()),
                    Counts.SMALL.atLeast("1").json()),
            new Format<>("instance range", "Fewest and most instances.", in -> {
                var fewest = in.key("min", Counts.SMALL.atLeast("0"), "instances kept even when idle")
                        .orElse("0");
                var most = in.key("max", Counts.SMALL.atLeast("1"), "instances there can be")
                        .required();
                in.check(() -> Ranges.ordered(fewest, most));
                return in.build(() -> new Range(fewest.get(), most.get()));
            }));

    private static Range fixed(int count) {
        return new Range(count, count);
    }

    Shape<PoolSpec> of(String name) {
        return new Format<>("pool", "Instances of one type, at one site, paid for in one way.", in -> {
            var site = in.key("site", Words.NAME.like("cloud"), "name of the site")
                    .orElse("the only site", () -> new Default(Lookups.only(sites.get(), "site"), "the only site"));
            var instance = in.key("instance", Words.NAME.like("g4dn.xlarge"), "instance type of the catalogue")
                    .required();
            Value<HardwareType> type = in.build(() -> type(site, instance));
            in.remark(instance, () -> facts(type.get()) + " (" + origin(type.get()) + ")");
            var purchase = in.key("purchase", PURCHASE, "how instances are paid for")
                    .orElse(
                            "owned for owned servers, else on-demand",
                            () -> new Default(isOwned(type.get()) ? OWNED : "on-demand", "default"));
            var instances = in.key("instances", INSTANCES, "a fixed number, or fewest and most")
                    .required();
            var boot = in.key("boot", Distributions.SECONDS, "from the order to an instance that takes replicas")
                    .orElse(
                            "0 s for owned servers, else {median: 60 s, p99: 120 s}",
                            () -> new Default(isOwned(type.get()) ? "0 s" : "{median: 60 s, p99: 120 s}", "default"));
            var scaling = in.key("node-scaling", NODE_SCALING, "when instances come and go")
                    .orElse("{}");
            in.check(() -> checkOwned(purchase, instances));
            return in.build(() -> new PoolSpec(
                    name,
                    site.get(),
                    type.get(),
                    purchase.get(),
                    instances.get().fewest(),
                    instances.get().most(),
                    boot.get(),
                    scaling.get()));
        });
    }

    private HardwareType type(Value<String> siteName, Value<String> instance) {
        HardwareType type =
                Lookups.found(instance, findings -> catalogue.get().type(instance.get(), instance.place(), findings));
        Site site = Lookups.named(siteName, sites.get()).get();
        if (!type.provider().equals(site.provider())) {
            throw instance.refused("got " + type.name() + " of " + type.provider() + ", must be of " + site.provider()
                    + ", the provider of site " + siteName.get());
        }
        return type;
    }

    private static boolean isOwned(HardwareType type) {
        return type.provider().equals(OWNED);
    }

    private static void checkOwned(Value<PurchaseOption> purchase, Value<Range> instances) {
        Range range = instances.get();
        if (purchase.get() == PurchaseOption.OWNED && range.fewest() != range.most()) {
            throw instances.refused("got " + range.fewest() + " to " + range.most()
                    + ", must be one number in an owned pool: owned machines are paid for whether they run or not");
        }
    }

    private String origin(HardwareType type) {
        return shipped.find(type.name()).isPresent()
                ? "catalogue " + shipped.date()
                : "from the scenario's own instance types";
    }

    private static String facts(HardwareType type) {
        String cards = type.accelerator()
                .map(card -> ", " + type.accelerators() + " x " + card.model())
                .orElse("");
        return type.cores() + " cores, " + ByteSizes.print(type.memoryBytes()) + cards;
    }
}
