package dev.purser.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.reports.charts.PowerChart;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.FidelityChoice;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final GrowthScenario DAY = new GrowthScenario(1440, 10, 2, 1);

    /** 86,400 s at a mean of 10 requests/s. */
    @Test
    void requestsGrowWithAllButReplicas() throws IOException {
        assertEquals(864_000, visits(DAY), 1);
        assertEquals(2 * 864_000, visits(GrowthAxis.HORIZON.times(2, DAY)), 1);
        assertEquals(2 * 864_000, visits(GrowthAxis.RATE.times(2, DAY)), 1);
        assertEquals(2 * 864_000, visits(GrowthAxis.SERVICES.times(2, DAY)), 1);
        assertEquals(864_000, visits(GrowthAxis.REPLICAS.times(2, DAY)), 1);
    }

    @Test
    void machinesGrowWithReplicasAndServices() throws IOException {
        assertEquals(4, machines(GrowthAxis.REPLICAS.times(2, DAY)));
        assertEquals(6, machines(GrowthAxis.SERVICES.times(3, DAY)));
    }

    @Test
    void theChartHasALinePerAxis() {
        List<GrowthPoint> points = List.of(point(GrowthAxis.RATE, 1, 2), point(GrowthAxis.RATE, 2, 5));
        PowerChart.Line rate =
                Growth.chart("growth", GrowthLevel.REQUEST, points).lines().get(1);
        assertEquals(new PowerChart.Line("request rate", List.of(1.0, 2.0), List.of(2.0, 5.0)), rate);
    }

    @Test
    void aRowHoldsWhatWasRun() {
        assertEquals(
                "\"request\",request rate,2.0,1440.0,10.0,2,1,7,5.0000\n",
                point(GrowthAxis.RATE, 2, 5).row());
    }

    private static GrowthPoint point(GrowthAxis axis, double factor, double seconds) {
        return new GrowthPoint(GrowthLevel.REQUEST, axis, factor, DAY, 7, seconds);
    }

    private static double visits(GrowthScenario scenario) throws IOException {
        return FidelityChoice.of(scenario.at(Fidelity.REQUEST)).expectedVisits();
    }

    private static int machines(GrowthScenario scenario) throws IOException {
        ScenarioSpec spec = scenario.at(Fidelity.INTERVAL);
        return spec.pools().get(0).most();
    }
}
