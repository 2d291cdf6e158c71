package dev.purser.simulator.surface;

import java.util.Optional;

/**
 * Keeps states of the response surface from one run to the next. What is kept is a function of its key alone, so that
 * a store changes how long a run takes and nothing else. Used from several threads.
 */
public interface SurfaceStore {
    /** Keeps nothing. */
    SurfaceStore NONE = new SurfaceStore() {
        @Override
        public Optional<byte[]> load(String key) {
            return Optional.empty();
        }

        @Override
        public void save(String key, byte[] state, long requests) {}
    };

    /**
     * What was saved under {@code key}; empty if nothing was, or if it is damaged.
     *
     * @param key 64 hexadecimal digits
     */
    Optional<byte[]> load(String key);

    /**
     * Keeps {@code state} for later runs; a store that cannot does without.
     *
     * @param key 64 hexadecimal digits
     * @param requests requests that were followed to find it: what a later run is spared
     */
    void save(String key, byte[] state, long requests);
}
