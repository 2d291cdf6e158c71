package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Optional;

/**
 * An instance type of a provider, or a kind of server one owns.
 *
 * @param name the provider's own name, such as {@code g4dn.xlarge}
 * @param provider {@code aws}, {@code azure}, {@code gcp} or {@code owned}
 * @param cores virtual cores (hardware threads) a container can ask for
 * @param memoryBytes main memory, in bytes
 * @param accelerator the card it carries, if any
 * @param accelerators how many cards it carries; 0 without one
 * @param idleWatts electrical power at rest, accelerators included
 * @param maxWatts electrical power at full load, accelerators included
 */
public record HardwareType(
        String name,
        String provider,
        int cores,
        long memoryBytes,
        Optional<Accelerator> accelerator,
        int accelerators,
        double idleWatts,
        double maxWatts) {
    public HardwareType {
        Check.named(name, "instance type");
        Check.named(provider, "provider of " + name);
        Check.positive(cores, "cores of " + name);
        Check.positive(memoryBytes, "memory of " + name + " (bytes)");
        Check.atLeast(accelerators, 0, "accelerators of " + name);
        Check.that(
                accelerator.isPresent() == accelerators > 0,
                "accelerators of " + name,
                accelerators,
                "must be above 0 exactly when a card is named");
        Check.atLeast(idleWatts, 0, "idle power of " + name + " (W)");
        Check.atLeast(maxWatts, idleWatts, "full power of " + name + " (W)");
    }

    /** The name under which profiles know what computes here: the card, or the type itself without one. */
    public String computeName() {
        return accelerator.map(Accelerator::model).orElse(name);
    }
}
