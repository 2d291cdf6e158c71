package dev.purser.simulator.scaling;

/**
 * Sums over some pods.
 *
 * @param usageMilli their metric, in thousandths of its unit
 * @param requestMilli cores they asked for, in thousandths
 * @param pods how many they are
 */
record PodUsage(long usageMilli, long requestMilli, int pods) {
    PodUsage plus(PodUsage other) {
        return new PodUsage(usageMilli + other.usageMilli, requestMilli + other.requestMilli, pods + other.pods);
    }
}
