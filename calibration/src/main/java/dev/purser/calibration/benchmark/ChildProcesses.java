package dev.purser.calibration.benchmark;

import java.util.concurrent.Semaphore;

/**
 * Until they are released, a signal that ends this process ends those it has started, which else finish their round first.
 * From then on both calls never return: what was ended on purpose is no failure to tell of, and nothing new is started.
 */
final class ChildProcesses {
    private final Thread hook = new Thread(ChildProcesses::end, "end-of-child-processes");

    private ChildProcesses() {}

    static ChildProcesses endWithThisOne() {
        ChildProcesses children = new ChildProcesses();
        try {
            Runtime.getRuntime().addShutdownHook(children.hook);
        } catch (IllegalStateException goingDown) {
            awaitEnd();
        }
        return children;
    }

    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            awaitEnd();
        }
    }

    /** The virtual machine waits for hooks to end, and for no other thread. */
    private static void awaitEnd() {
        new Semaphore(0).acquireUninterruptibly();
    }
}
