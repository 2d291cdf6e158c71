package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests when they are due, whatever became of earlier ones (open loop). A request's latency counts from the
 * moment it was to be sent, so that a sender that was held up hides nothing.
 */
final class Sender {
    private static final long START_NANOS = 20 * Nanos.MILLISECOND;
    /** The system's timer usually wakes a thread less late than this; from there on the sender looks at the clock. */
    private static final long SLACK_NANOS = 200_000;

    private final LiveServer server;
    private final List<Batch> inputs;
    private int nextInput;

    /**
     * @param inputs of requests, taken in turn whatever is sent
     */
    Sender(LiveServer server, List<Batch> inputs) {
        this.server = server;
        this.inputs = List.copyOf(inputs);
    }

    /** Sends requests as {@code planned} and waits for all answers. */
    Sent run(SendTimes planned) throws InterruptedException {
        List<LiveRequest> requests = requests(planned.requests());
        long start = System.nanoTime() + START_NANOS;
        for (int i = 0; i < requests.size(); i++) {
            LiveRequest request = requests.get(i);
            request.intend(start + planned.atNanos()[i]);
            waitUntil(request.intendedNanos());
            request.send(System.nanoTime());
            server.offer(List.of(request));
        }
        server.awaitIdle();
        long[] sent = requests.stream()
                .mapToLong(request -> request.sentNanos() - start)
                .toArray();
        return new Sent(planned, sent, answers(requests, start + planned.lengthNanos(), planned.lengthNanos()));
    }

    /** Sends {@code count} requests at once, waits for their answers and returns them. */
    List<LiveRequest> burst(int count) throws InterruptedException {
        List<LiveRequest> requests = requests(count);
        long now = System.nanoTime();
        requests.forEach(request -> {
            request.intend(now);
            request.send(now);
        });
        server.offer(requests);
        server.awaitIdle();
        return requests;
    }

    /** Does nothing for {@code gapNanos}, as a sender does between two requests, and then as {@link #burst}. */
    List<LiveRequest> burstAfter(long gapNanos, int count) throws InterruptedException {
        waitUntil(System.nanoTime() + gapNanos);
        return burst(count);
    }

    private List<LiveRequest> requests(int count) {
        List<LiveRequest> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requests.add(new LiveRequest(inputs.get(nextInput)));
            nextInput = (nextInput + 1) % inputs.size();
        }
        return requests;
    }

    private static Answers answers(List<LiveRequest> requests, long endNanos, long lengthNanos) {
        Answers answers = new Answers();
        requests.forEach(each -> answers.add(each.latencyNanos(), each.answeredNanos() <= endNanos));
        answers.addLength(lengthNanos);
        return answers;
    }

    private static void waitUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0) {
            if (left > SLACK_NANOS) {
                LockSupport.parkNanos(left - SLACK_NANOS);
            } else {
                Thread.onSpinWait();
            }
            left = nanos - System.nanoTime();
        }
    }
}
