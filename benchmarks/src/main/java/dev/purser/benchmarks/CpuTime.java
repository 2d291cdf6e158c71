package dev.purser.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Processor time of the benchmark's thread and the operations done in it, summed over an iteration. Unlike wall time it
 * leaves out the share of the processor that others took. It also leaves out the collector's time, to the advantage of
 * engines that allocate.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Nanoseconds of this thread. */
    public long cpuNanos;

    /** Requests or events simulated in them. */
    public long operations;

    double measured(long count, DoubleSupplier work) {
        long start = threads.getCurrentThreadCpuTime();
        double result = work.getAsDouble();
        cpuNanos += threads.getCurrentThreadCpuTime() - start;
        operations += count;
        return result;
    }
}
