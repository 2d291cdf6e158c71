package dev.purser.simulator.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceSharesTest {
    private static final long SECOND = Nanos.SECOND;

    private static Usage usage(List<InstanceLease> leases, List<Occupancy> occupancies) {
        HardwareType type = new HardwareType("g4dn.xlarge", "aws", 4, 1 << 30, Optional.empty(), 0, 0, 0);
        return new Usage(
                new Calendar(ZonedDateTime.parse("2026-11-01T00:00:00Z"), Set.of(), DayOfWeek.SUNDAY),
                2 * Nanos.DAY,
                List.of(new PoolUse("burst", "cloud", "us-east-1", type, PurchaseOption.ON_DEMAND, 0)),
                List.of("recall", "ranking"),
                leases,
                occupancies,
                List.of(),
                List.of(),
                List.of());
    }

    private static InstanceLease lease(long id, long fromSecond, long untilSecond, String cause) {
        return new InstanceLease("burst", id, fromSecond * SECOND, untilSecond * SECOND, cause);
    }

    private static Occupancy held(long lease, String service, int millionths, long fromSecond, long untilSecond) {
        return new Occupancy(lease, service, millionths, fromSecond * SECOND, untilSecond * SECOND);
    }

    private static List<String> shares(List<InstanceLease> leases, List<Occupancy> occupancies) {
        Usage usage = usage(leases, occupancies);
        CivilDays days = new CivilDays(usage.calendar(), usage.horizonNanos());
        BigInteger millionthSecond = BigInteger.valueOf(SECOND);
        return InstanceShares.byPool(usage, days).get("burst").stream()
                .map(share -> share.day().date() + " " + share.holding() + " " + share.service() + " "
                        + share.millionthNanos().divide(millionthSecond) + " " + share.cause())
                .toList();
    }

    @Test
    void timeGoesToWhoHeldItAndTheRestToNobody() {
        // 100 s: boot 20 s, ranking a quarter for 80 s, recall half for the last 40 s of these.
        List<String> shares = shares(
                List.of(lease(7, 0, 100, "scaling of ranking")),
                List.of(held(7, "ranking", 250_000, 20, 100), held(7, "recall", 500_000, 60, 100)));
        assertEquals(
                List.of(
                        "2026-11-01 SERVING ranking 20000000 1 lease; scaling of ranking",
                        "2026-11-01 SERVING recall 20000000 1 lease; scaling of ranking",
                        "2026-11-01 BOOTING  20000000 1 lease; scaling of ranking",
                        "2026-11-01 UNOCCUPIED  40000000 1 lease; scaling of ranking"),
                shares);
    }

    @Test
    void sharesAboveAWholeAreScaledDown() {
        // 900,000 + 600,000 of a million: 600,000 and 400,000 after scaling, for 10 s.
        List<String> shares = shares(
                List.of(lease(7, 0, 10, "c")),
                List.of(held(7, "ranking", 900_000, 0, 10), held(7, "recall", 600_000, 0, 10)));
        assertEquals(
                List.of(
                        "2026-11-01 SERVING ranking 6000000 1 lease; c",
                        "2026-11-01 SERVING recall 4000000 1 lease; c"),
                shares);
    }

    @Test
    void twoReplicasOfOneServiceAddUp() {
        List<String> shares = shares(
                List.of(lease(7, 0, 10, "c")),
                List.of(held(7, "ranking", 500_000, 0, 10), held(7, "ranking", 500_000, 5, 10)));
        assertEquals(
                List.of("2026-11-01 SERVING ranking 7500000 1 lease; c", "2026-11-01 UNOCCUPIED  2500000 1 lease; c"),
                shares);
    }

    @Test
    void midnightSplitsALease() {
        List<String> shares = shares(List.of(lease(7, 86_370, 86_460, "c")), List.of());
        assertEquals(
                List.of("2026-11-01 UNOCCUPIED  30000000 1 lease; c", "2026-11-02 UNOCCUPIED  60000000 1 lease; c"),
                shares);
    }

    @Test
    void theCommonestCausesAreShown() {
        List<String> shares = shares(
                List.of(
                        lease(1, 0, 1, "a"),
                        lease(2, 0, 1, "b"),
                        lease(3, 0, 1, "b"),
                        lease(4, 0, 1, "c"),
                        lease(5, 0, 1, "d")),
                List.of());
        assertEquals(List.of("2026-11-01 UNOCCUPIED  5000000 5 leases; b (2), a (1), 2 other causes"), shares);
    }

    @Test
    void usageThatContradictsItselfIsRefused() {
        List<InstanceLease> leases = List.of(lease(7, 10, 20, "c"));
        for (Occupancy wrong : List.of(
                held(7, "ranking", 1, 5, 15),
                held(7, "ranking", 1, 15, 25),
                held(8, "ranking", 1, 15, 16),
                held(7, "rankign", 1, 15, 16))) {
            var error = assertThrows(IllegalArgumentException.class, () -> shares(leases, List.of(wrong)));
            assertTrue(error.getMessage().startsWith("occupancy: got"), error.getMessage());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> shares(List.of(lease(7, 0, 1, "c"), lease(7, 1, 2, "c")), List.of()));
    }

    @Test
    void aLeaseOfAnUnknownPoolIsRefused() {
        InstanceLease wrong = new InstanceLease("brust", 1, 0, SECOND, "c");
        var error = assertThrows(IllegalArgumentException.class, () -> shares(List.of(wrong), List.of()));
        assertTrue(error.getMessage().contains("nearest: [burst]"), error.getMessage());
    }
}
