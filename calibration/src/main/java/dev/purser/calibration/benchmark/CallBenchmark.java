package dev.purser.calibration.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Control;

/**
 * What JMH runs: one call of one model. An iteration is one round of one case, so that all cases of a model share a
 * process. JMH's own figures mix the cases and are not used; {@link Caller} keeps the time of every call.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    /** One call of the round's case, or a rest for the threads that the case does not use. */
    @Benchmark
    public float call(SharedWork work, Caller caller, Control control) {
        return caller.call(work, control);
    }
}
