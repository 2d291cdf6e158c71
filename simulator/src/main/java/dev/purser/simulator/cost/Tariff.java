package dev.purser.simulator.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What the lines of one item have in common.
 *
 * @param costClass their class
 * @param pool their pool; empty: none
 * @param item what is bought
 * @param unit unit of their quantities
 * @param unitPrice price of one unit in the bill's currency, exact; without trailing zeros
 */
public record Tariff(CostClass costClass, String pool, String item, String unit, BigDecimal unitPrice) {
    public Tariff {
        BigDecimal shortest = unitPrice.stripTrailingZeros();
        unitPrice = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** The price as a fraction. */
    BigFraction exactPrice() {
        return exact(unitPrice);
    }

    /** {@code decimal} as a fraction, exact. */
    static BigFraction exact(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new BigFraction(decimal.toBigIntegerExact())
                : new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }
}
