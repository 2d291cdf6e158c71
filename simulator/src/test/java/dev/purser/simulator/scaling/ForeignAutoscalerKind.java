package dev.purser.simulator.scaling;

/** A kind that does not ship: found through {@code META-INF/services} as a researcher's own would be. */
public final class ForeignAutoscalerKind implements AutoscalerKind {
    @Override
    public String kindName() {
        return "foreign";
    }

    @Override
    public Class<? extends AutoscalerSpec> spec() {
        return FixedReplicasSpec.class;
    }
}
