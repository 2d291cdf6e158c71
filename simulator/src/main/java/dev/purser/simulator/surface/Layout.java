package dev.purser.simulator.surface;

import dev.purser.simulator.serving.Outcome;
import dev.purser.simulator.serving.StageSpec;
import java.util.ArrayList;
import java.util.List;

/** Where each figure of a {@link Response} stands. */
public final class Layout {
    /** One figure per member of {@link dev.purser.simulator.serving.Work}. */
    static final int WORK = 5;

    private static final int OUTCOMES = Outcome.values().length;
    private static final int PER_PIPELINE = 2 + OUTCOMES;
    private static final int PER_SERVICE = OUTCOMES + 4;
    private static final int PER_SLOT = 3 * WORK;

    private final int firstService;
    private final int firstSlot;
    private final int firstPayload;
    private final List<Payload> payloads = new ArrayList<>();

    /** Payload of one stage of a pipeline that is exchanged with the replicas of one slot. */
    public record Payload(int pipeline, int stage, int slot) {}

    Layout(Group group) {
        firstService = group.pipelines().size() * PER_PIPELINE;
        firstSlot = firstService + group.services().size() * PER_SERVICE;
        firstPayload = firstSlot + group.slots() * PER_SLOT;
        for (int i = 0; i < group.pipelines().size(); i++) {
            addPayloads(group, i);
        }
    }

    private void addPayloads(Group group, int pipeline) {
        List<StageSpec> stages = group.pipelines().get(pipeline).stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            int service = group.serviceOf(stages.get(stage));
            for (int i = 0; i < group.services().get(service).pools().size(); i++) {
                payloads.add(new Payload(pipeline, stage, group.firstSlot(service) + i));
            }
        }
    }

    int length() {
        return firstPayload + 2 * payloads.size();
    }

    /** The payloads there can be. */
    public List<Payload> payloads() {
        return payloads;
    }

    /** Requests of a pipeline per second; behind it the growth of the variance of their number, per second. */
    public int requests(int pipeline) {
        return pipeline * PER_PIPELINE;
    }

    /** Share of the first outcome among a pipeline's requests; the others follow. */
    public int pipelineShares(int pipeline) {
        return pipeline * PER_PIPELINE + 2;
    }

    /** Share of the first outcome among a service's calls; the others follow. */
    public int serviceShares(int service) {
        return firstService + service * PER_SERVICE;
    }

    /** Calls of a service per request of the group; behind it attempts, batches and samples. */
    public int perRequest(int service) {
        return serviceShares(service) + OUTCOMES;
    }

    /** Mean {@link dev.purser.simulator.serving.Work} of one replica of a slot per second. */
    public int meanWork(int slot) {
        return firstSlot + slot * PER_SLOT;
    }

    /** Work of all replicas of a slot together for each request of the group beyond the mean. */
    public int workPerExtraRequest(int slot) {
        return meanWork(slot) + WORK;
    }

    /**
     * Growth per second of the variance of the work of all replicas of a slot together, beyond what the number of
     * requests explains, over the number of replicas.
     */
    public int workVariance(int slot) {
        return meanWork(slot) + 2 * WORK;
    }

    /** Payloads sent per request of the pipeline, for one of {@link #payloads}; behind it those that came back. */
    public int payload(int number) {
        return firstPayload + 2 * number;
    }
}
