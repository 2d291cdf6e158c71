package dev.purser.simulator.experiment;

import dev.purser.simulator.cost.BillingRule;
import dev.purser.simulator.cost.ByteUnit;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceKey;
import dev.purser.simulator.cost.PriceList;
import dev.purser.simulator.cost.TransferPrice;
import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.fleet.SiteSpec;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.HpaBehaviour;
import dev.purser.simulator.scaling.HpaMetricSpec;
import dev.purser.simulator.scaling.HpaSpec;
import dev.purser.simulator.scaling.HpaTiming;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.MetricSpec;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.StageSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.units.Nanos;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A tiny shop to change one thing of. Machines cost 0.36 USD an hour at both sites; moving data costs nothing. */
public final class TestScenario {
    public static final Currency USD = Currency.getInstance("USD");

    public Calendar calendar = new Calendar(ZonedDateTime.parse("2026-03-02T00:20:00Z"), Set.of(), DayOfWeek.SUNDAY);
    public long horizonNanos = 205 * Nanos.MINUTE;
    public long warmUpNanos;
    public long intervalNanos = 10 * Nanos.MINUTE;
    public long seed = 20260317;
    public List<IncidentSpec> incidents = List.of();
    public List<PoolSpec> pools = List.of(TestPool.rented("pool", 3, 3, 60));
    public List<ServiceSpec> services =
            List.of(TestService.of("ranking", "pool").spec());
    public List<PipelineSpec> pipelines = List.of(pipeline("search", 5, Optional.empty(), stage("ranking")));

    public ScenarioSpec spec() {
        return new ScenarioSpec(
                "tiny",
                "Tiny shop",
                calendar,
                horizonNanos,
                warmUpNanos,
                seed,
                intervalNanos,
                Fidelity.REQUEST,
                pipelines,
                services,
                List.of(new SiteSpec("home", "home"), new SiteSpec("cloud", "us-east-1")),
                pools,
                incidents,
                cost());
    }

    public static StageSpec stage(String service) {
        return new StageSpec(service, 1, OptionalInt.empty(), 1000, 5000);
    }

    public static PipelineSpec pipeline(
            String name, double perSecond, Optional<String> entrySite, StageSpec... stages) {
        return pipeline(name, perSecond, List.of(), entrySite, stages);
    }

    public static PipelineSpec pipeline(
            String name,
            double perSecond,
            List<RateEventSpec> events,
            Optional<String> entrySite,
            StageSpec... stages) {
        RateProfile profile =
                new RateProfile(perSecond, 0, Collections.nCopies(24, 1.1), Collections.nCopies(7, 1.3), events);
        return new PipelineSpec(
                name,
                new TrafficSpec.Profile(profile, 1.5, Nanos.MINUTE),
                new DistributionSpec.Fixed(1),
                List.of(stages),
                Optional.of(new LatencyObjective(0.99, 50 * Nanos.MILLISECOND)),
                entrySite);
    }

    /** A service in a pool whose machines hold two replicas, scaled to two requests a second each. */
    static TestService scaled(String name, String pool) {
        TestService service = TestService.of(name, pool);
        service.request = new ResourceRequest(2000, 1L << 30, 0);
        MetricSpec metric = new MetricSpec(MetricKind.REQUESTS, Nanos.MINUTE, 15 * Nanos.SECOND, 0);
        service.autoscaler = new HpaSpec(
                2,
                20,
                2,
                List.of(new HpaMetricSpec.PodsAverageValue(metric, 2000)),
                HpaBehaviour.DEFAULT,
                HpaTiming.DEFAULT);
        return service;
    }

    private static CostSpec cost() {
        Money free = Money.zero(USD);
        return new CostSpec(
                USD,
                List.of(),
                List.of(new PriceList("test", List.of(price("home"), price("us-east-1")))),
                BillingRule.PER_SECOND,
                List.of(),
                List.of(),
                List.of(
                        new TransferPrice("home", "cloud", free, ByteUnit.GB),
                        new TransferPrice("cloud", "home", free, ByteUnit.GB)),
                List.of(),
                List.of());
    }

    private static Price price(String region) {
        return new Price(
                new PriceKey("aws", region, TestPool.TYPE.name(), PurchaseOption.ON_DEMAND),
                Price.HOUR,
                new BigDecimal("0.36"),
                USD,
                LocalDate.of(2026, 1, 1),
                "set by the test, 2026-03-01");
    }
}
