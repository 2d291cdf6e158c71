package dev.purser.scenarios.output;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code ledger.csv}: the bill, line by line. {@code amount} is the effective cost, {@code billed} the cash. */
final class LedgerTable {
    static final List<String> COLUMNS = List.of(
            "period_start",
            "period_end",
            "class",
            "activity",
            "service",
            "pool",
            "item",
            "quantity",
            "unit",
            "unit_price",
            "amount",
            "billed",
            "currency",
            "cause");

    private LedgerTable() {}

    static void write(RunResult result, Path file) throws IOException {
        Moments moments = new Moments(result.scenario().calendar());
        try (Table table = Table.create(file, COLUMNS)) {
            for (Charge charge : result.ledger().charges()) {
                table.add(row(charge, moments));
            }
        }
    }

    private static Table.Row row(Charge charge, Moments moments) {
        return new Table.Row()
                .plain(moments.text(charge.fromNanos()))
                .plain(moments.text(charge.untilNanos()))
                .plain(charge.costClass().name().toLowerCase(Locale.ROOT))
                .text(charge.activity())
                .text(charge.service())
                .text(charge.pool())
                .text(charge.item())
                .decimal(charge.quantity())
                .text(charge.unit())
                .decimal(charge.unitPrice())
                .decimal(charge.amount().amount())
                .decimal(charge.billed().amount())
                .plain(charge.amount().currency().getCurrencyCode())
                .text(charge.cause());
    }
}
