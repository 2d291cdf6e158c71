package dev.purser.simulator.scaling;

/**
 * A kind of autoscaler, as scenarios name it. {@link Autoscalers} holds those that ship; one from outside is found
 * through {@link java.util.ServiceLoader}.
 */
public interface AutoscalerKind {

    /** The name scenarios use: lower case, words joined by hyphens. */
    String kindName();

    /** The record of its settings. */
    Class<? extends AutoscalerSpec> spec();
}
