package dev.purser.simulator.interval;

/** Traffic whose rates are known beforehand, whatever becomes of its requests. */
sealed interface OpenTraffic extends Traffic permits PoissonTraffic, CountedTraffic {
    /** Its rates and counts. */
    Arrivals arrivals();

    @Override
    default double perSecondAt(long nanos) {
        return arrivals().perSecondAt(nanos);
    }

    @Override
    default long stepNanos() {
        return arrivals().stepNanos();
    }

    @Override
    default long nextChangeNanos(long nanos) {
        return arrivals().nextChangeNanos(nanos);
    }

    @Override
    default long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond) {
        return arrivals().count(fromNanos, untilNanos);
    }
}
