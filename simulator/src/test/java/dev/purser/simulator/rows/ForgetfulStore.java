package dev.purser.simulator.rows;

import java.util.function.Supplier;

/** Keeps blocks until it is told to forget them: what is read after that has been in memory elsewhere. */
public final class ForgetfulStore implements RowStore {
    private boolean forgetful;

    @Override
    public Supplier<byte[]> keep(byte[] block) {
        return () -> forgetful ? new byte[0] : block;
    }

    public void forget() {
        forgetful = true;
    }
}
