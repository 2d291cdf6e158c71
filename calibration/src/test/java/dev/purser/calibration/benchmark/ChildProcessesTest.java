package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who start processes do while their own is ending, as after Ctrl-C. */
class ChildProcessesTest {
    private static final int CODE = 7;

    /** A process that is ending, in which a thread goes on: it says so, or dies of an exception that is printed. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) {
            ChildProcesses before = ChildProcesses.endWithThisOne();
            Runnable call = arguments[0].equals("release") ? before::release : ChildProcesses::endWithThisOne;
            Thread goingOn = new Thread(() -> {
                call.run();
                System.out.print("went on");
            });
            Runtime.getRuntime().addShutdownHook(new Thread(() -> untilItStands(goingOn)));
            System.exit(CODE);
        }

        /** Runs {@code thread} until it ends, or waits for something that does not come. */
        private static void untilItStands(Thread thread) {
            thread.start();
            while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "start"})
    void nothingGoesOnWhileThisProcessEnds(String call) throws Exception {
        Process ending = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName(),
                        call)
                .redirectErrorStream(true)
                .start();
        String said = new String(ending.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", said);
        assertEquals(CODE, ending.waitFor());
    }
}
