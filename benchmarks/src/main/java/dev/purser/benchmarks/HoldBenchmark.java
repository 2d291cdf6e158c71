package dev.purser.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time per event of the hold model; each method returns the simulated time that passed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class HoldBenchmark {
    private static final int HOLDS = 50_000;

    /** Events pending. */
    @Param({"1000", "100000", "1000000"})
    public int pending;

    private Hold model;

    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double purserEvents(CpuTime time) {
        return holds(time, Hold::purser);
    }

    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double ssjAsShipped(CpuTime time) {
        return holds(time, Hold::ssjAsShipped);
    }

    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double ssjTuned(CpuTime time) {
        return holds(time, Hold::ssjTuned);
    }

    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double dsol(CpuTime time) {
        return holds(time, Hold::dsol);
    }

    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double bareLoop(CpuTime time) {
        return holds(time, Hold::bareLoop);
    }

    /**
     * The first call of a fork, in its warm-up, fills the event list and lets each event happen twice on average, so
     * that memory is in the disorder of a long run.
     */
    private double holds(CpuTime time, IntFunction<Hold> maker) {
        if (model == null) {
            model = maker.apply(pending);
            model.holds(2L * pending);
        }
        return time.measured(HOLDS, () -> model.holds(HOLDS));
    }
}
