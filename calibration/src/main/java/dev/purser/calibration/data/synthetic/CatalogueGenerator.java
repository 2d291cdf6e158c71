package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.ProductTexts;
import dev.purser.simulator.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Products with a text and an image, in ten categories. A text has six words: each is one of the thirty of its category
 * with probability 0.3, else one of two hundred that all share. Images are those of {@link ImageGenerator}, whose class is
 * the category.
 *
 * @param products number of products
 * @param seed of all that is drawn
 */
public record CatalogueGenerator(int products, long seed) {
    private static final int WORDS = 6;
    private static final int OWN_WORDS = 30;
    private static final int SHARED_WORDS = 200;
    private static final double OWN = 0.3;

    /**
     * A catalogue; product i has text i and image i.
     *
     * @param texts with their categories
     * @param images with the same categories as labels
     */
    public record Catalogue(ProductTexts texts, LabelledImages images) {}

    /** The products of this seed. */
    public Catalogue catalogue() {
        LabelledImages images = ImageGenerator.split(seed, products, 1).train();
        UniformRandomProvider random = new RandomStreams(seed, 0).stream("texts");
        List<String> texts = new ArrayList<>();
        int[] categories = new int[products];
        for (int product = 0; product < products; product++) {
            categories[product] = images.label(product);
            texts.add(text(random, categories[product]));
        }
        return new Catalogue(new ProductTexts(texts, categories, false), images);
    }

    private static String text(UniformRandomProvider random, int category) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(
                    random.nextDouble() < OWN
                            ? "own" + category + "x" + random.nextInt(OWN_WORDS)
                            : "shared" + random.nextInt(SHARED_WORDS));
        }
        return String.join(" ", words);
    }
}
