package dev.purser.simulator.usage;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;

/**
 * What a pool is made of, as far as its price depends on it.
 *
 * @param name name of the pool
 * @param site name of its site
 * @param region the provider's region
 * @param type type of each instance
 * @param purchase how they are paid for
 * @param owned machines bought for it; 0 unless owned
 */
public record PoolUse(String name, String site, String region, HardwareType type, PurchaseOption purchase, int owned) {}
