package dev.purser.simulator.usage;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Time of the leased instances of one pool that one service, or nobody, held on one civil day.
 *
 * @param pool the pool
 * @param day the day
 * @param holding who held it
 * @param service the service; empty unless {@code holding} is {@link Holding#SERVING}
 * @param millionthNanos time x share of an instance, in nanoseconds of a millionth of an instance; above 0
 * @param leases how many leases it is part of
 * @param cause how many leases and why they were started, the commonest causes first
 */
public record InstanceShare(
        String pool,
        CivilDay day,
        Holding holding,
        String service,
        BigInteger millionthNanos,
        int leases,
        String cause) {
    /** {@link #millionthNanos()} in one nanosecond of a whole instance. */
    public static final long WHOLE = 1_000_000L;

    /** The time in units of {@code unitNanos} nanoseconds of a whole instance, exact. */
    public BigFraction in(long unitNanos) {
        return new BigFraction(millionthNanos, BigInteger.valueOf(unitNanos).multiply(BigInteger.valueOf(WHOLE)));
    }
}
