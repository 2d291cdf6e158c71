package dev.purser.simulator.usage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Sums up who held the instances of one pool on one civil day: one slot per service, then booting, then unoccupied. */
final class PoolDayTally {
    private final String pool;
    private final CivilDay day;
    private final List<String> services;
    private final WideSums sums;
    private final Causes[] causes;

    PoolDayTally(String pool, CivilDay day, List<String> services) {
        this.pool = pool;
        this.day = day;
        this.services = services;
        sums = new WideSums(services.size() + 2);
        causes = new Causes[services.size() + 2];
    }

    /** Adds {@code nanos} during which {@code millionths} of an instance went to {@code slot}. */
    void add(int slot, long nanos, long millionths) {
        sums.addProduct(slot, nanos, millionths);
    }

    /** Counts a lease of which {@code slot} has a part, and why it was started. */
    void count(int slot, String cause) {
        if (causes[slot] == null) {
            causes[slot] = new Causes();
        }
        causes[slot].count(cause);
    }

    /** What was summed up, in order of slot; slots without time are left out. */
    List<InstanceShare> shares() {
        List<InstanceShare> shares = new ArrayList<>();
        for (int slot = 0; slot < causes.length; slot++) {
            BigInteger sum = sums.sum(slot);
            if (sum.signum() > 0) {
                shares.add(share(slot, sum));
            }
        }
        return shares;
    }

    private InstanceShare share(int slot, BigInteger sum) {
        String service = slot < services.size() ? services.get(slot) : "";
        return new InstanceShare(pool, day, holding(slot), service, sum, causes[slot].leases(), causes[slot].text());
    }

    private Holding holding(int slot) {
        if (slot < services.size()) {
            return Holding.SERVING;
        }
        return slot == services.size() ? Holding.BOOTING : Holding.UNOCCUPIED;
    }
}
