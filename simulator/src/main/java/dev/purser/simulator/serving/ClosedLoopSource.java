package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.Sampler;
import dev.purser.simulator.units.Nanos;

/** Clients that each think, send a request, wait until it ends (well or badly), and think again. */
public final class ClosedLoopSource {
    private final Simulation simulation;
    private final Pipeline pipeline;
    private final Sampler thinkSeconds;
    private final Client[] clients;
    private boolean stopped;

    /** Clients that have not begun. */
    public ClosedLoopSource(Simulation simulation, int count, Sampler thinkSeconds, Pipeline pipeline) {
        this.simulation = simulation;
        this.pipeline = pipeline;
        this.thinkSeconds = thinkSeconds;
        this.clients = new Client[count];
        for (int i = 0; i < count; i++) {
            clients[i] = new Client(i);
        }
        pipeline.listen((client, atNanos) -> think(client));
    }

    /** Lets all clients begin to think; those that still wait for an answer when it has come. */
    public void start() {
        stopped = false;
        for (Client client : clients) {
            if (!client.waits) {
                think(client.number);
            }
        }
    }

    /** No client sends another request. */
    public void stop() {
        stopped = true;
        for (Client client : clients) {
            simulation.cancel(client);
        }
    }

    private void think(int client) {
        clients[client].waits = false;
        if (stopped) {
            return;
        }
        simulation.schedule(clients[client], simulation.nowNanos() + Nanos.ofSeconds(thinkSeconds.next()));
    }

    private final class Client extends Event {
        private final int number;
        private boolean waits;

        Client(int number) {
            super(Priority.ARRIVAL);
            this.number = number;
        }

        @Override
        public void occur() {
            waits = true;
            pipeline.arrive(number);
        }
    }
}
