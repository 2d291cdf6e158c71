package dev.purser.simulator.surface;

import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.Work;
import java.util.Arrays;
import java.util.List;

/**
 * The counters of a bench's replicas at a moment: per slot the members of {@link Work}; per service attempts, batches
 * and samples; per payload those sent and received.
 *
 * @param values in this order
 */
record Counters(double[] values) {
    /** Place of the outstanding attempts among the figures of a slot. */
    static final int OUTSTANDING = 2;

    static Counters of(Bench bench, List<Layout.Payload> payloads, Group group) {
        List<Work> work = bench.work();
        double[] values =
                new double[work.size() * Layout.WORK + bench.services().size() * 3 + payloads.size() * 2];
        int at = 0;
        for (Work each : work) {
            values[at++] = each.busyNanos();
            values[at++] = each.attempts();
            values[at++] = each.outstandingNanos();
            values[at++] = each.waitedNanos();
            values[at++] = each.started();
        }
        for (Service service : bench.services()) {
            ReplicaSet replicas = service.replicas();
            values[at++] = replicas.attempts();
            values[at++] = replicas.batches();
            values[at++] = replicas.samples();
        }
        for (Layout.Payload payload : payloads) {
            int pool = payload.slot() - group.firstSlot(serviceOf(payload, group));
            values[at++] = bench.payloads().sent(payload.pipeline(), payload.stage())[pool];
            values[at++] = bench.payloads().received(payload.pipeline(), payload.stage())[pool];
        }
        return new Counters(values);
    }

    private static int serviceOf(Layout.Payload payload, Group group) {
        return group.serviceOf(
                group.pipelines().get(payload.pipeline()).stages().get(payload.stage()));
    }

    /** How they grew since {@code earlier}. */
    double[] since(Counters earlier) {
        double[] growth = new double[values.length];
        Arrays.setAll(growth, i -> values[i] - earlier.values[i]);
        return growth;
    }
}
