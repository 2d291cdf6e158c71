package dev.purser.simulator.interval;

/** Makes whole numbers of amounts, again and again; what is cut off is carried on. */
final class Rounding {
    private double owed;

    long of(double amount) {
        owed += amount;
        long whole = (long) Math.floor(owed);
        owed -= whole;
        return whole;
    }
}
