package dev.purser.simulator.scaling;

import java.util.List;

/** What a scaling loop acts on: a service with its replicas. */
public interface ScalingTarget {

    /** How decisions name it, such as {@code service ranking}. */
    String name();

    /** Replicas asked for at present. */
    int wantedReplicas();

    /** Asks for {@code replicas} from now on. */
    void scaleTo(int replicas);

    /** Its replicas, those on their way out included; alike ones may share an entry. */
    List<? extends Pod> pods();
}
