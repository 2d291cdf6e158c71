package dev.purser.simulator.cost;

import dev.purser.simulator.units.Money;
import java.math.BigDecimal;

/**
 * One line of the bill.
 *
 * @param fromNanos start of the period it covers
 * @param untilNanos end of the period it covers
 * @param costClass which of the five classes
 * @param activity what it was for, such as {@code serving} or {@code idle}
 * @param service the service it was for; empty: shared
 * @param pool the pool it arose in; empty: none
 * @param item what was bought, such as {@code g4dn.xlarge on-demand}
 * @param quantity how much of it
 * @param unit unit of the quantity, such as {@code h}
 * @param unitPrice price of one unit
 * @param amount effective (accrued) cost
 * @param billed cash paid in the period
 * @param cause the usage it traces to
 */
public record Charge(
        long fromNanos,
        long untilNanos,
        CostClass costClass,
        String activity,
        String service,
        String pool,
        String item,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        Money amount,
        Money billed,
        String cause) {}
