package dev.purser.calibration.models.study;

import dev.purser.calibration.data.InteractionTable;
import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.FakeUsers;
import dev.purser.calibration.data.synthetic.InteractionGenerator;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.scenarios.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Interactions of the user, or generated ones, with a fifth held out.
 *
 * @param split pairs of true users
 * @param fakes users who are not there, if they are asked for
 * @param pushed items that they push
 * @param text for people
 */
record InteractionData(Split<Interactions> split, Optional<FakeUsers> fakes, int[] pushed, String text) {
    /** What {@code --data} names. */
    static final String WANTED = "CSV table of interactions: user, item and perhaps weight; else generated purchases";

    private static final double HELD_OUT = 0.2;
    private static final int FEWEST = 10;

    static InteractionData of(StudySettings settings) {
        Interactions all = all(settings);
        if (all.count() < FEWEST) {
            throw new InputException(settings.data().orElseThrow() + ": got " + all.count()
                    + " different pairs of a user and an item, must be at least " + FEWEST + ": a fifth is held out");
        }
        Split<Interactions> split = all.split(HELD_OUT, settings.seed("split"));
        Optional<FakeUsers> fakes = settings.options().fakeUsers().stream()
                .mapToObj(share -> FakeUsers.of(share, settings.seed("fakes")))
                .findFirst();
        fakes.ifPresent(users -> {
            if (all.items() < 2 * users.pushed()) {
                throw new InputException("--fake-users: got a table of " + all.items() + " items, must be at least "
                        + 2 * users.pushed() + ": they push " + users.pushed() + " of the less popular half");
            }
        });
        int[] pushed = fakes.map(users -> users.items(all)).orElse(new int[0]);
        InteractionData data = new InteractionData(split, fakes, pushed, "");
        return new InteractionData(split, fakes, pushed, data.describe(settings));
    }

    static Interactions all(StudySettings settings) {
        return settings.data()
                .map(file -> InteractionTable.read(file, settings.columns()))
                .orElseGet(() -> generator(settings).purchases());
    }

    static InteractionGenerator generator(StudySettings settings) {
        return InteractionGenerator.usual(settings.seed("interactions"));
    }

    /** What a model learns from: the pairs to train on, and those of fake users. */
    Interactions train() {
        return withFakes(split.train());
    }

    /** {@code real}, and what fake users take besides. */
    private Interactions withFakes(Interactions real) {
        return fakes.map(users -> users.besides(real, pushed)).orElse(real);
    }

    /** Two parts of the pairs to train on; fake users join the first. */
    Split<Interactions> fold(Split<int[]> indices) {
        return new Split<>(
                withFakes(split.train().subset(indices.train())), split.train().subset(indices.heldOut()));
    }

    /** Items to measure on beside those that a model learns from. */
    Split<Interactions> measured() {
        return new Split<>(train(), split.heldOut());
    }

    /** What fake users have achieved: the share of the places in true users' lists that hold what they push. */
    List<Figure> pushedShare(IntFunction<float[]> scores) {
        Set<Integer> items = Arrays.stream(pushed).boxed().collect(Collectors.toSet());
        return fakes.isEmpty()
                ? List.of()
                : List.of(new Figure("pushed items in lists", Recommendations.share(measured(), scores, items)));
    }

    private String describe(StudySettings settings) {
        String source = settings.data().map(Object::toString).orElse("generated");
        int fakeUsers = train().users() - split.train().users();
        String others = fakes.isEmpty() ? "" : ", " + fakeUsers + " fake users who push " + pushed.length + " items";
        return split.train().users() + " users, " + split.train().items() + " items, "
                + split.train().count() + " pairs to train on, "
                + split.heldOut().count() + " held out (" + source + ")"
                + others;
    }
}
