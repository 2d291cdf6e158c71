package dev.purser.simulator.experiment;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.RequestLevel;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.Tally;
import dev.purser.simulator.time.Calendar;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Writes a row per pipeline and service at the end of each month of the calendar. */
final class MonthRecorder extends Event {
    private final Simulation simulation;
    private final RequestLevel serving;
    private final Calendar calendar;
    private final Runnable settle;
    private final List<MonthRow> rows = new ArrayList<>();
    private long fromNanos;

    MonthRecorder(Simulation simulation, RequestLevel serving, Calendar calendar, Runnable settle) {
        super(Priority.RECORD);
        this.simulation = simulation;
        this.serving = serving;
        this.calendar = calendar;
        this.settle = settle;
    }

    void start() {
        ZonedDateTime now = calendar.at(simulation.nowNanos());
        ZonedDateTime next = now.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(now.getZone());
        simulation.schedule(
                this, simulation.nowNanos() + Duration.between(now, next).toNanos());
    }

    @Override
    public void occur() {
        close();
        start();
    }

    /** Ends the month under way, if it has any length. */
    void close() {
        if (simulation.nowNanos() == fromNanos) {
            return;
        }
        settle.run();
        for (Pipeline pipeline : serving.pipelines()) {
            addRow(IntervalRow.Scope.PIPELINE, pipeline.spec().name(), pipeline.tally());
        }
        for (Service service : serving.services()) {
            addRow(IntervalRow.Scope.SERVICE, service.replicas().spec().name(), service.tally());
        }
        fromNanos = simulation.nowNanos();
    }

    List<MonthRow> rows() {
        return rows;
    }

    private void addRow(IntervalRow.Scope scope, String name, Tally tally) {
        tally.closeMonth();
        LatencySummary summary =
                LatencySummary.of(scope, name, tally.monthOutcomes(), tally.monthLatency(), Double.NaN);
        rows.add(new MonthRow(fromNanos, simulation.nowNanos(), summary));
        tally.beginMonth();
    }
}
