package dev.purser.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
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

/** Time per request of M/M/c at load 0.85; each method returns the mean wait it found. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx2g"})
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class StationBenchmark {
    private static final int REQUESTS = 100_000;

    /** c. */
    @Param({"1", "32"})
    public int servers;

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double purserService(CpuTime time) {
        return simulated(time, PurserService::meanWait);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double purserEvents(CpuTime time) {
        return simulated(time, PurserEvents::meanWait);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double ssjAsShipped(CpuTime time) {
        return simulated(time, SsjStation::meanWaitAsShipped);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double ssjTuned(CpuTime time) {
        return simulated(time, SsjStation::meanWaitTuned);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double dsol(CpuTime time) {
        return simulated(time, DsolStation::meanWait);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double bareLoop(CpuTime time) {
        return simulated(time, BareLoop::meanWait);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double limit(CpuTime time) {
        return simulated(time, Limit::meanWait);
    }

    private double simulated(CpuTime time, ToDoubleFunction<Load> row) {
        Load load = new Load(servers, REQUESTS, 0);
        return time.measured(REQUESTS, () -> row.applyAsDouble(load));
    }
}
