package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.ByteSizes;
import dev.purser.scenarios.format.units.Decimals;
import dev.purser.scenarios.format.units.Price;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.cost.ByteUnit;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.FixedItem;
import dev.purser.simulator.cost.Role;
import dev.purser.simulator.cost.StorageItem;
import dev.purser.simulator.cost.TransferPrice;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Reads what costs by itself: storage, transfer, fixed items, people.
 *
 * @param declared sites data moves between, and services things are for
 */
record CostItems(Declared declared) {
    private static final ScalarType<CostClass> COST_CLASS = Words.kebab("cost class", CostClass.class);

    Shape<StorageItem> storage(String name) {
        return new Format<>("storage", "Data kept for the whole run.", in -> {
            var size = in.key("size", ByteSizes.BYTES.like("2 TiB"), "how much").required();
            var price = in.key(
                            "price",
                            Price.per("GB-month", "GiB-month").like("0.08 USD/GiB-month"),
                            "for one unit and month; GB counts 10^9 bytes, GiB 2^30")
                    .required();
            var service = service(in);
            return in.build(
                    () -> new StorageItem(name, size.get(), price.get().money(), byteUnit(price.get()), service.get()));
        });
    }

    Shape<TransferPrice> transfer() {
        return new Format<>("transfer", "The price of moving data from one site to another.", in -> {
            var from = in.key("from", Words.NAME.like("cloud"), "site it leaves, or internet for the users")
                    .required();
            var to = in.key("to", Words.NAME.like("internet"), "site it arrives at, or internet for the users")
                    .required();
            var price = in.key("price", Price.per("GB", "GiB").like("0.09 USD/GB"), "for one unit")
                    .required();
            in.check(() -> declared.checkSite(from));
            in.check(() -> declared.checkSite(to));
            return in.build(
                    () -> new TransferPrice(from.get(), to.get(), price.get().money(), byteUnit(price.get())));
        });
    }

    Shape<FixedItem> fixed(String name) {
        return new Format<>("fixed item", "Something that costs the same every month.", in -> {
            var costClass = in.key("class", COST_CLASS, "class it belongs to on the bill")
                    .required();
            var price = in.key("price", Price.per("month", "year").like("500 USD/month"), "what it costs")
                    .required();
            var service = service(in);
            var advance = in.key(
                            "in-advance", Words.TRUTH, "whether each month is paid on its first day; else day by day")
                    .orElse("false");
            return in.build(
                    () -> new FixedItem(name, costClass.get(), monthly(price.get()), service.get(), advance.get()));
        });
    }

    Shape<Role> role(String name) {
        return new Format<>("role", "People of one role.", in -> {
            var count = in.key("count", Decimals.EXACT.atLeast("0").like("1.5"), "how many, in full-time equivalents")
                    .required();
            var salary = in.key("salary", Price.per("month", "year").like("12000 USD/month"), "gross salary of one")
                    .required();
            var overhead = in.key(
                            "overhead",
                            Decimals.EXACT.atLeast("1").like("1.3"),
                            "cost to the employer over the salary: social insurance, workplace")
                    .orElse("1");
            var service = service(in);
            return in.build(() -> new Role(name, count.get(), monthly(salary.get()), overhead.get(), service.get()));
        });
    }

    private Value<Optional<String>> service(Section in) {
        var service = in.key("service", Shapes.orNone(Words.NAME), "the service it is for; none: shared by all")
                .orElse("none");
        in.check(() -> service.get()
                .ifPresent(name -> Lookups.named(
                        service.map(given -> name), declared.services().get())));
        return service;
    }

    private static ByteUnit byteUnit(Price price) {
        return price.per().startsWith(ByteUnit.GIB.symbol()) ? ByteUnit.GIB : ByteUnit.GB;
    }

    private static Money monthly(Price price) {
        BigDecimal amount = price.per().equals("year")
                ? price.amount().divide(BigDecimal.valueOf(12), MathContext.DECIMAL128)
                : price.amount();
        return new Money(amount, price.currency());
    }
}
