package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.ByteSizes;
import dev.purser.scenarios.format.units.Cores;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.serving.ResourceRequest;
import java.util.List;

/**
 * Reads {@code replica} of a service: what one replica takes of an instance. By default as many replicas as there are
 * cards share three quarters of an instance (of the first pool); the rest is for the system.
 *
 * @param pools pools it must fit into
 */
record ReplicaFormat(Value<List<PoolSpec>> pools) {

    /**
     * A replica.
     *
     * @param request what it takes of an instance
     * @param modelInstances batches it can run at once
     * @param busyMilliCores cores that are busy while it runs a batch, in thousandths
     */
    record Replica(ResourceRequest request, int modelInstances, int busyMilliCores) {}

    Format<Replica> format() {
        return new Format<>("replica", "What one replica takes of an instance, and how it runs batches.", in -> {
            var accelerators = in.key("accelerators", Counts.SMALL.atLeast("0").like("1"), "whole cards")
                    .orElse(
                            "1 where instances have cards, else 0",
                            () -> filled(first().accelerators() > 0 ? "1" : "0"));
            var cores = in.key("cores", Cores.MILLI, "virtual cores")
                    .orElse(
                            "three quarters of the instance's, divided by its cards",
                            () -> filled(Cores.print((int) Math.max(1, part(first().cores() * 1000L)))));
            var memory = in.key("memory", ByteSizes.BYTES.above("0 B"), "main memory")
                    .orElse(
                            "three quarters of the instance's, divided by its cards",
                            () -> filled(ByteSizes.print(part(first().memoryBytes()))));
            var instances = in.key("model-instances", Counts.SMALL.atLeast("1"), "batches that can run at once")
                    .orElse("1");
            var busy = in.key("busy-cores", Cores.MILLI, "cores kept busy while a batch runs: what the CPU metric sees")
                    .orElse(
                            "1 with an accelerator, else all of the replica's",
                            () -> filled(
                                    Cores.print(accelerators.get() > 0 ? Math.min(1000, cores.get()) : cores.get())));
            Value<ResourceRequest> request =
                    in.build(() -> new ResourceRequest(cores.get(), memory.get(), accelerators.get()));
            in.check(() -> checkCores(cores));
            in.check(() -> checkMemory(memory));
            in.check(() -> checkCards(accelerators));
            in.check(() -> checkBusy(busy, cores));
            return in.build(() -> new Replica(request.get(), instances.get(), busy.get()));
        });
    }

    private static Default filled(String yaml) {
        return new Default(yaml, "default");
    }

    private HardwareType first() {
        return pools.get().get(0).type();
    }

    private long part(long whole) {
        return whole * 3 / 4 / Math.max(1, first().accelerators());
    }

    private void checkCores(Value<Integer> cores) {
        for (PoolSpec pool : pools.get()) {
            if (cores.get() > pool.type().cores() * 1000L) {
                throw tooLarge(
                        cores,
                        Cores.print(cores.get()) + " cores",
                        pool,
                        Integer.toString(pool.type().cores()));
            }
        }
    }

    private void checkMemory(Value<Long> memory) {
        for (PoolSpec pool : pools.get()) {
            if (memory.get() > pool.type().memoryBytes()) {
                throw tooLarge(
                        memory,
                        ByteSizes.print(memory.get()),
                        pool,
                        ByteSizes.print(pool.type().memoryBytes()));
            }
        }
    }

    private void checkCards(Value<Integer> cards) {
        for (PoolSpec pool : pools.get()) {
            if (cards.get() > pool.type().accelerators()) {
                throw tooLarge(
                        cards,
                        cards.get() + " cards",
                        pool,
                        Integer.toString(pool.type().accelerators()));
            }
        }
    }

    private static RuntimeException tooLarge(Value<?> at, String received, PoolSpec pool, String most) {
        return at.refused("got " + received + ", must be at most " + most + " to fit on an instance of pool "
                + pool.name() + " (" + pool.type().name() + ")");
    }

    private static void checkBusy(Value<Integer> busy, Value<Integer> cores) {
        if (busy.get() > cores.get()) {
            throw busy.refused("got " + Cores.print(busy.get()) + ", must not pass the replica's cores, "
                    + Cores.print(cores.get()));
        }
    }
}
