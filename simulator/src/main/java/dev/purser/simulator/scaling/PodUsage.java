package dev.purser.simulator.scaling;

/**
 * Sums over some pods.
 *
 * @param usageMilli their metric, in thousandths of its unit
 * @param requestMilli cores they asked for, in thousandths
 * @param pods how many they are
 */
record PodUsage(long usageMilli, long requestMilli, int pods) {
    static final PodUsage NONE = new PodUsage(0, 0, 0);

    /** All the replicas {@code pod} stands for, at {@code milli} each. */
    static PodUsage of(PodView pod, long milli) {
        return new PodUsage(milli * pod.count(), (long) pod.requestMilliCores() * pod.count(), pod.count());
    }

    PodUsage plus(PodUsage other) {
        return new PodUsage(usageMilli + other.usageMilli, requestMilli + other.requestMilli, pods + other.pods);
    }
}
