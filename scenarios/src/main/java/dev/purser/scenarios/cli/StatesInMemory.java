package dev.purser.scenarios.cli;

import dev.purser.simulator.surface.SurfaceStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps states of the response surface from one run of a command to the next. */
final class StatesInMemory implements SurfaceStore {
    private final Map<String, byte[]> states = new ConcurrentHashMap<>();

    @Override
    public Optional<byte[]> load(String key) {
        return Optional.ofNullable(states.get(key));
    }

    @Override
    public void save(String key, byte[] state, long requests) {
        states.put(key, state);
    }
}
