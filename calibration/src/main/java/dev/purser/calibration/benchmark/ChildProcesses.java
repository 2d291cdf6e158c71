package dev.purser.calibration.benchmark;

/** Until they are released, a signal that ends this process ends those it has started, which else finish their round first. */
final class ChildProcesses {
    private final Thread hook = new Thread(ChildProcesses::end, "end-of-child-processes");

    private ChildProcesses() {}

    static ChildProcesses endWithThisOne() {
        ChildProcesses children = new ChildProcesses();
        Runtime.getRuntime().addShutdownHook(children.hook);
        return children;
    }

    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hook is at work, or has been.
            return;
        }
    }
}
