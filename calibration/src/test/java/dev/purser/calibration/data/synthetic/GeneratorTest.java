package dev.purser.calibration.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.Ratings;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.BehaviourGenerator.Visits;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    /**
     * The mean of max(p, 1 - p), which lies in [0.5, 1], strays by less than 0.5 / sqrt(40,000) = 0.0025 (one deviation);
     * the share of outcomes that the better guess meets by about as much again.
     */
    @Test
    void bayesAccuracyIsWhatTheOddsSay() {
        Visits visits = new BehaviourGenerator(5).visits(40_000);
        double bayes = visits.bayesAccuracy();
        assertTrue(bayes > 0.87 && bayes < 0.90, "Bayes accuracy " + bayes);
        boolean[] bought = visits.features().positive();
        int hits = 0;
        for (int i = 0; i < visits.odds().length; i++) {
            hits += visits.odds()[i] > 0.5f == bought[i] ? 1 : 0;
        }
        assertEquals(bayes, hits / 40_000.0, 5 * 0.0025);
    }

    @Test
    void sameSeedSameData() {
        Visits visits = new BehaviourGenerator(5).visits(10);
        assertArrayEquals(
                visits.features().values(),
                new BehaviourGenerator(5).visits(10).features().values());
        InteractionGenerator generator = new InteractionGenerator(20, 30, 4, 5);
        assertArrayEquals(generator.purchases().item(), generator.purchases().item());
        assertArrayEquals(
                ImageGenerator.split(5, 20, 10).heldOut().pixels(),
                ImageGenerator.split(5, 20, 10).heldOut().pixels());
        assertFalse(Arrays.equals(
                generator.purchases().item(),
                new InteractionGenerator(20, 30, 4, 6).purchases().item()));
    }

    @Test
    void usersHaveTenToFiftyDifferentItems() {
        Interactions purchases = new InteractionGenerator(50, 200, 4, 5).purchases();
        Ratings byUser = Ratings.byUser(purchases);
        for (int user = 0; user < 50; user++) {
            int from = byUser.starts()[user];
            int to = byUser.starts()[user + 1];
            Set<Integer> items = new HashSet<>();
            for (int i = from; i < to; i++) {
                items.add(byUser.columns()[i]);
                assertTrue(byUser.values()[i] >= 1);
            }
            assertEquals(to - from, items.size(), "no item twice");
            assertTrue(to - from >= 10 && to - from <= 50, (to - from) + " items");
        }
    }

    /** With odds (1 + rank)^-0.8 the first tenth of 200 items has 38 % of the mass against 3 % for the last tenth. */
    @Test
    void someItemsArePopular() {
        Interactions purchases = new InteractionGenerator(200, 200, 4, 5).purchases();
        long first = Arrays.stream(purchases.item()).filter(item -> item < 20).count();
        long last = Arrays.stream(purchases.item()).filter(item -> item >= 180).count();
        assertTrue(first > 2 * last, first + " against " + last);
    }

    @Test
    void ratingsAreWholeNumbersFromOneToFiveForTheSamePairs() {
        InteractionGenerator generator = new InteractionGenerator(20, 50, 4, 5);
        Interactions ratings = generator.ratings();
        assertArrayEquals(generator.purchases().item(), ratings.item());
        for (float rating : ratings.weight()) {
            assertTrue(rating >= 1 && rating <= 5 && rating == Math.rint(rating), "rating " + rating);
        }
    }

    /**
     * Log odds are -1 + 1.5 z with z of mean 0 and variance 1: 20,000 of them have a mean within 5 x 1.5 / 141 and, their
     * fourth moments being near a normal law's, a variance within 5 x 2.25 x 0.01 of 2.25.
     */
    @Test
    void logOddsOfClicksHaveTheirMeanAndVariance() {
        float[] odds = new ClickGenerator(8, 4, 50, 10, 5)
                .clicks(IntStream.range(0, 20_000).toArray())
                .odds();
        double sum = 0;
        double squares = 0;
        for (float probability : odds) {
            double logOdds = Math.log(probability / (1 - probability));
            sum += logOdds;
            squares += logOdds * logOdds;
        }
        double mean = sum / odds.length;
        assertEquals(-1, mean, 5 * 1.5 / 141, "mean");
        assertEquals(2.25, squares / odds.length - mean * mean, 5 * 2.25 * 0.01, "variance");
    }

    @Test
    void clicksAreTheSameInAnyOrder() {
        ClickGenerator generator = new ClickGenerator(2, 2, 9, 3, 5);
        ClickGenerator.Clicks some = generator.clicks(new int[] {4, 1});
        ClickGenerator.Clicks all = generator.clicks(IntStream.range(0, 5).toArray());
        assertEquals(all.odds()[4], some.odds()[0]);
        assertEquals(all.odds()[1], some.odds()[1]);
        assertArrayEquals(Arrays.copyOfRange(all.rows(), 24, 30), Arrays.copyOf(some.rows(), 6));
    }

    @Test
    void imagesOfEachClassAreAsMany() {
        Split<LabelledImages> images = ImageGenerator.split(5, 40, 20);
        assertEquals(10, images.train().classes());
        for (int i = 0; i < 20; i++) {
            assertEquals(i % 10, images.heldOut().label(i));
        }
    }
}
