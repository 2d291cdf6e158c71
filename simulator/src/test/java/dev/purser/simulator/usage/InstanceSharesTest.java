package dev.purser.simulator.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.PurchaseOption;
import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.rows.WrittenRows;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceSharesTest {
    private static final long SECOND = Nanos.SECOND;

    private static Usage usage(Collection<InstanceLease> leases, Collection<Occupancy> occupancies) {
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

    private static List<String> shares(Collection<InstanceLease> leases, Collection<Occupancy> occupancies) {
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

    /** 18 h of day one and all of day two before anybody comes; the other lease, of day one alone, never has anybody. */
    @Test
    void aBootMayTakeDays() {
        List<String> shares = shares(
                List.of(lease(1, 21_600, 172_800, "a"), lease(2, 0, 10, "b")),
                List.of(held(1, "ranking", 1_000_000, 172_790, 172_800)));
        assertEquals(
                List.of(
                        "2026-11-01 BOOTING  64800000000 1 lease; a",
                        "2026-11-01 UNOCCUPIED  10000000 1 lease; b",
                        "2026-11-02 SERVING ranking 10000000 1 lease; a",
                        "2026-11-02 BOOTING  86390000000 1 lease; a"),
                shares);
    }

    /** A replica that leaves in the moment it comes ends the boot; it holds no time. */
    @Test
    void anOccupancyWithoutLengthEndsTheBoot() {
        List<String> shares = shares(List.of(lease(1, 0, 30, "a")), List.of(held(1, "ranking", 500_000, 10, 10)));
        assertEquals(
                List.of("2026-11-01 BOOTING  10000000 1 lease; a", "2026-11-01 UNOCCUPIED  20000000 1 lease; a"),
                shares);
    }

    @Test
    void rowsThatARunWroteAreReadFromTheLast() {
        List<InstanceLease> leases = new ArrayList<>();
        List<Occupancy> occupancies = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            leases.add(lease(i, 20 * i, 20 * i + 100_000, i % 7 == 0 ? "a" : "b"));
            occupancies.add(held(i, i % 3 == 0 ? "recall" : "ranking", 300_000, 20 * i + i, 20 * i + 50_000));
        }
        WrittenRows<InstanceLease> writtenLeases = new WrittenRows<>(UsageFormats.LEASES, RowStore.IN_MEMORY);
        WrittenRows<Occupancy> writtenOccupancies = new WrittenRows<>(UsageFormats.OCCUPANCIES, RowStore.IN_MEMORY);
        writtenLeases.addAll(leases);
        writtenOccupancies.addAll(occupancies);
        List<String> expected = shares(leases, occupancies);
        assertEquals(7, expected.size());
        assertEquals(expected, shares(writtenLeases, writtenOccupancies));
        Collections.reverse(leases);
        writtenLeases.addAll(leases);
        assertThrows(IllegalArgumentException.class, () -> shares(writtenLeases, List.of()), "not in order");
    }

    @Test
    void aLeaseBelowZeroIsRefused() {
        List<InstanceLease> wrong = List.of(lease(-1, 0, 1, "c"));
        var error = assertThrows(IllegalArgumentException.class, () -> shares(wrong, List.of()));
        assertTrue(error.getMessage().startsWith("id of a lease: got -1"), error.getMessage());
    }

    @Test
    void aLeaseOfAnUnknownPoolIsRefused() {
        InstanceLease wrong = new InstanceLease("brust", 1, 0, SECOND, "c");
        var error = assertThrows(IllegalArgumentException.class, () -> shares(List.of(wrong), List.of()));
        assertTrue(error.getMessage().contains("nearest: [burst]"), error.getMessage());
    }
}
