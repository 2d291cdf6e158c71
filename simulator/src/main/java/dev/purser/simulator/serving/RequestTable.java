package dev.purser.simulator.serving;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All user requests in flight, by number. A <em>ticket</em> is such a number with the request's generation: one that is
 * no longer current belongs to an attempt that was abandoned.
 */
final class RequestTable {
    private Request[] requests = new Request[0];
    private int[] free = new int[0];
    private int freeCount;

    /** An object for a new request. */
    Request create() {
        if (freeCount == 0) {
            grow();
        }
        return requests[free[--freeCount]];
    }

    /** Gives {@code request} back; its tickets are void. */
    void release(Request request) {
        request.renew();
        free[freeCount++] = request.row;
    }

    /** The request {@code ticket} belongs to, if it is still current. */
    @Nullable
    Request current(long ticket) {
        Request request = requests[(int) ticket];
        return request.generation == (int) (ticket >>> 32) ? request : null;
    }

    private void grow() {
        int old = requests.length;
        requests = Arrays.copyOf(requests, Math.max(1024, 2 * old));
        free = new int[requests.length];
        for (int row = requests.length - 1; row >= old; row--) {
            requests[row] = new Request(row);
            free[freeCount++] = row;
        }
    }
}
