package dev.purser.calibration.check.measured;

import dev.purser.simulator.units.Check;

/**
 * Requests of one size at a server: from clients that each wait for an answer before they ask again, or at a rate.
 *
 * @param clients how many clients there are; 0 for a load given by its rate
 * @param perSecond requests per second, at random (Poisson); 0 for a load of clients
 * @param thinkNanos time from an answer to the client's next request
 * @param samples samples per request
 */
public record Load(int clients, double perSecond, double thinkNanos, int samples) {
    public Load {
        Check.atLeast(clients, 0, "clients");
        Check.atLeast(perSecond, 0, "requests per second");
        Check.that(
                clients > 0 != perSecond > 0,
                "load",
                clients + " clients",
                "must be clients or a rate above 0, not both");
        Check.atLeast(thinkNanos, 0, "think time (ns)");
        Check.positive(samples, "samples per request");
    }

    /** Whether clients wait for their answers. */
    public boolean isClosed() {
        return clients > 0;
    }

    /** Where it stands on an axis of loads: the clients or the rate. */
    public double size() {
        return isClosed() ? clients : perSecond;
    }
}
