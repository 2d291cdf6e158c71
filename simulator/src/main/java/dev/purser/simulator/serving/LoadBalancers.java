package dev.purser.simulator.serving;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;

/** The load balancers there are. */
public enum LoadBalancers {
    /** Any replica, with equal chance. */
    RANDOM("random", random -> replicas -> replicas.size() == 1 ? 0 : random.nextInt(replicas.size())),
    /** One after the other. */
    ROUND_ROBIN("round-robin", random -> new RoundRobin()),
    /** The less loaded of two chosen at random (without replacement). */
    TWO_CHOICES("two-choices", TwoChoices::new),
    /** The one with the fewest attempts waiting or in service; ties at random. */
    LEAST_OUTSTANDING("least-outstanding", LeastOutstanding::new);

    private final String label;
    private final Function<UniformRandomProvider, LoadBalancer> maker;

    LoadBalancers(String label, Function<UniformRandomProvider, LoadBalancer> maker) {
        this.label = label;
        this.maker = maker;
    }

    /** The name scenarios use. */
    public String label() {
        return label;
    }

    /** A balancer that draws from {@code random}. */
    public LoadBalancer create(UniformRandomProvider random) {
        return maker.apply(random);
    }

    /** All names. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(LoadBalancers::label).toList();
    }

    /**
     * The balancer called {@code label}.
     *
     * @throws IllegalArgumentException naming the known ones
     */
    public static LoadBalancers of(String label) {
        return Arrays.stream(values())
                .filter(balancer -> balancer.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "balancer: got " + label + ", must be one of " + String.join(", ", labels())));
    }
}
