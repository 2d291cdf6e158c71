package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * People of one role.
 *
 * <pre>cost of a month = count x monthly salary x overhead</pre>
 *
 * @param name the role
 * @param count how many people, in full-time equivalents, at least 0
 * @param monthlySalary gross salary of one person for one month, at least 0
 * @param overhead cost to the employer over the salary (social insurance, workplace), at least 1
 * @param service the service they work for; empty: shared
 */
public record Role(String name, BigDecimal count, Money monthlySalary, BigDecimal overhead, Optional<String> service) {
    public Role {
        Check.named(name, "name of a role");
        Check.that(count.signum() >= 0, "count of " + name, count, "must be at least 0");
        OwnedHardware.notNegative(monthlySalary, "salary of " + name);
        Check.that(overhead.compareTo(BigDecimal.ONE) >= 0, "overhead of " + name, overhead, "must be at least 1");
    }
}
