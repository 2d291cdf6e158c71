package dev.purser.benchmarks;

import java.util.Arrays;

/** A binary heap of (time, number) in primitive arrays, and nothing else. */
final class BareHeap {
    private double[] times = new double[64];
    private int[] numbers = new int[64];
    private int size;

    double firstTime() {
        return times[0];
    }

    int firstNumber() {
        return numbers[0];
    }

    void add(double time, int number) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        int hole = size++;
        while (hole > 0 && time < times[(hole - 1) >> 1]) {
            move((hole - 1) >> 1, hole);
            hole = (hole - 1) >> 1;
        }
        put(hole, time, number);
    }

    void removeFirst() {
        size--;
        sink(times[size], numbers[size]);
    }

    /** Puts another entry in the place of the first. */
    void replaceFirst(double time, int number) {
        sink(time, number);
    }

    private void sink(double time, int number) {
        int hole = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (time <= times[child]) {
                break;
            }
            move(child, hole);
            hole = child;
            child = 2 * hole + 1;
        }
        put(hole, time, number);
    }

    private void move(int from, int to) {
        put(to, times[from], numbers[from]);
    }

    private void put(int at, double time, int number) {
        times[at] = time;
        numbers[at] = number;
    }
}
