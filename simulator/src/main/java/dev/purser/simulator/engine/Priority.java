package dev.purser.simulator.engine;

/** Order of events that fall on the same nanosecond: first declared, first executed. */
public enum Priority {
    /** Closes an interval: what happens at its end belongs to the next one. */
    RECORD,
    /** Instances and replicas come and go. */
    FLEET,
    /** Batches end. */
    COMPLETION,
    /** Timeouts, retries and other answers that take a fixed time. */
    TIMER,
    /** Requests arrive. */
    ARRIVAL,
    /** Monitoring reads counters, so that what it reads can be seen at the same moment. */
    MONITORING,
    /** Autoscalers look and decide. */
    SCALING
}
