package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKind;
import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** What the callers of a process share: the model, the case of the round, and where its times go. */
@State(Scope.Benchmark)
public class SharedWork {
    private final ConcurrentSkipListMap<Integer, Caller> callers = new ConcurrentSkipListMap<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private ForkOrder order;
    private ModelFolder folder;
    private ModelKind kind;
    private Model model;
    private Schedule warmUp;
    private Schedule schedule;
    private Optional<Case> current = Optional.empty();
    private int number;
    private boolean kept;
    private boolean settled;
    private long startedNanos;

    /** Loads the model and has it answer once: this is a fresh process, and both are timed. */
    @Setup(Level.Trial)
    public void start() {
        long processNanos = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                * Nanos.MILLISECOND;
        order = ForkOrder.of(System::getProperty);
        folder = new ModelFolder(order.folder()).in(order.precision());
        Formats.compute(order.precision());
        kind = Kinds.named(order.model());
        Start start = firstAnswer(processNanos);
        keepOrRefuse(() -> folder.keep(start));
        warmUp = new Schedule(order.cases(), Schedule.FEWEST_WARM_UPS);
        schedule = folder.resume(order);
    }

    /** What the model throws is told apart from all else that may end a process: another attempt would come to the same. */
    private Start firstAnswer(long processNanos) {
        try {
            long begin = System.nanoTime();
            model = kind.load(folder.weights());
            long loaded = System.nanoTime();
            Batch one = model.batch(1, order.seed());
            long asked = System.nanoTime();
            model.score(one);
            return new Start(order.pass(), processNanos, loaded - begin, System.nanoTime() - asked);
        } catch (InputException | UncheckedIOException weights) {
            throw weights;
        } catch (RuntimeException refused) {
            throw CalibrationFailure.notComputable(refused);
        }
    }

    /**
     * Chooses the case of the next round.
     *
     * @throws CalibrationFailure if memory was short in the round before, of which some may be lost, or is by now: what
     *     follows would be held responsible
     */
    @Setup(Level.Iteration)
    public void choose(IterationParams iteration) {
        refuseWithoutMemory();
        kept = iteration.getType() == IterationType.MEASUREMENT;
        settle();
        failure.set(null);
        current = kept ? schedule.next() : warmUp.next();
        number = current.map(next -> folder.nextRound(next, order.pass())).orElse(0);
        startedNanos = System.nanoTime();
    }

    /**
     * Before the first round that counts, what lives on is put where young collections leave it alone: each of the first fifteen
     * would copy it and take 7 ms longer than those of a server that has run for a while.
     */
    private void settle() {
        if (kept && !settled) {
            System.gc();
            settled = true;
        }
    }

    private void refuseWithoutMemory() {
        try {
            if (failure.get() instanceof OutOfMemoryError before) {
                throw before;
            }
            Memory.check();
        } catch (OutOfMemoryError full) {
            throw new CalibrationFailure(CalibrationFailure.OUT_OF_MEMORY + ": " + full.getMessage());
        }
    }

    /** Keeps the times of the round that has ended. */
    @TearDown(Level.Iteration)
    public void keep() {
        if (current.isPresent()) {
            long nanos = System.nanoTime() - startedNanos;
            keepOrRefuse(() -> keep(current.get()));
            (kept ? schedule : warmUp).had(current.get(), nanos);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /** The parent process hears the message and nothing else. */
    private static void keepOrRefuse(Writing writing) {
        try {
            writing.run();
        } catch (IOException refused) {
            throw new CalibrationFailure(FileTrouble.of(refused));
        }
    }

    private void keep(Case measured) throws IOException {
        if (!kept) {
            failIfFull();
        }
        Throwable why = failure.get();
        if (why == null && kept) {
            folder.keep(new Round(measured, order.pass(), number, nanos(measured.threads())));
        } else if (why != null && !(kept && why instanceof OutOfMemoryError)) {
            // A case that has had room before is not what fills the process.
            warmUp.drop(measured);
            schedule.drop(measured);
            folder.keepFailure(measured, why);
        }
    }

    /** Some memory is still there when a call needs it, and the process too large when it ends. */
    private void failIfFull() {
        try {
            Memory.check();
        } catch (OutOfMemoryError full) {
            fail(full);
        }
    }

    private List<long[]> nanos(int threads) {
        return callers.headMap(threads).values().stream().map(Caller::nanos).toList();
    }

    void register(int index, Caller caller) {
        callers.put(index, caller);
    }

    Optional<Case> current() {
        return current;
    }

    boolean failed() {
        return failure.get() != null;
    }

    /** Notes why the case of this round cannot be measured. */
    void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    Model model() {
        return model;
    }

    /** A copy of the model for one caller alone. */
    Model ownModel() {
        return kind.load(folder.weights());
    }

    /** Different for each round and caller, the same in every calibration. */
    long batchSeed(int caller) {
        return order.seed() + 1_000_003L * number + caller;
    }
}
