package dev.purser.simulator.experiment;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.Rows;
import dev.purser.simulator.rows.WrittenRows;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.usage.BusyTime;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Transfer;
import dev.purser.simulator.usage.UsageFormats;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Meters what is counted per civil hour: answers, time computed and bytes moved. */
final class HourlyMeter extends Event {
    private final Simulation simulation;
    private final RequestLevel serving;
    private final Calendar calendar;
    private final Runnable settle;
    private final TransferMeter transferMeter;
    private final WrittenRows<BusyTime> busy;
    private final WrittenRows<RequestCount> answered;
    private final WrittenRows<Transfer> transfers;
    private final Map<String, Long> busyBefore = new HashMap<>();
    private final Map<String, Long> answeredBefore = new HashMap<>();
    private long fromNanos;

    HourlyMeter(
            Simulation simulation,
            RequestLevel serving,
            Calendar calendar,
            Runnable settle,
            TransferMeter transferMeter,
            RowStore store) {
        super(Priority.RECORD);
        this.simulation = simulation;
        this.serving = serving;
        this.calendar = calendar;
        this.settle = settle;
        this.transferMeter = transferMeter;
        this.busy = new WrittenRows<>(UsageFormats.BUSY, store);
        this.answered = new WrittenRows<>(UsageFormats.ANSWERED, store);
        this.transfers = new WrittenRows<>(UsageFormats.TRANSFERS, store);
    }

    void start() {
        ZonedDateTime now = calendar.at(simulation.nowNanos());
        simulation.schedule(
                this,
                simulation.nowNanos() + Duration.between(now, nextHour(now)).toNanos());
    }

    /** Where clocks go back by half an hour, an hour after the last full hour may be now. */
    static ZonedDateTime nextHour(ZonedDateTime now) {
        ZonedDateTime next = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        return next.isAfter(now) ? next : next.plusHours(1);
    }

    @Override
    public void occur() {
        close();
        start();
    }

    /** Ends the hour under way, if it has any length. */
    void close() {
        if (simulation.nowNanos() == fromNanos) {
            return;
        }
        settle.run();
        serving.services().forEach(this::meter);
        transferMeter
                .take()
                .forEach((route, bytes) -> transfers.add(new Transfer(
                        route.from(), route.to(), route.service(), fromNanos, simulation.nowNanos(), bytes)));
        fromNanos = simulation.nowNanos();
    }

    Rows<BusyTime> busy() {
        return busy;
    }

    Rows<RequestCount> answered() {
        return answered;
    }

    Rows<Transfer> transfers() {
        return transfers;
    }

    private void meter(Service service) {
        String name = service.replicas().spec().name();
        long now = service.tally().answeredSoFar();
        long count = now - before(answeredBefore, name, now);
        answered.add(new RequestCount(name, fromNanos, simulation.nowNanos(), count));
        service.replicas().busyInstanceNanos().forEach((pool, total) -> {
            long nanos = total - before(busyBefore, name + "\0" + pool, total);
            busy.add(new BusyTime(pool, name, fromNanos, simulation.nowNanos(), nanos));
        });
    }

    private static long before(Map<String, Long> memory, String key, long now) {
        Long earlier = memory.put(key, now);
        return earlier == null ? 0 : earlier;
    }
}
