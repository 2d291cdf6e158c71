package dev.purser.simulator.scaling;

/** A sum of doubles that carries the rounding error of each addition over to the next (Kahan 1965). */
final class CompensatedSum {
    private double sum;
    private double excess;

    void add(double value) {
        double corrected = value - excess;
        double next = sum + corrected;
        excess = next - sum - corrected;
        sum = next;
    }

    double value() {
        return sum - excess;
    }
}
