package dev.purser.calibration.models.study;

import dev.purser.calibration.data.ProductTexts;
import dev.purser.calibration.data.synthetic.CatalogueGenerator;
import dev.purser.calibration.data.synthetic.CatalogueGenerator.Catalogue;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.ContentModel;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.content.TextEmbedding;
import dev.purser.calibration.models.content.TfIdf;
import dev.purser.calibration.models.content.Vectors;
import dev.purser.calibration.models.study.StudyResult.Figure;
import dev.purser.scenarios.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finds products of the same category. The CNN is trained on the first three fifths of the products, the weights of the
 * channels on the fourth, which the CNN has not seen; the last fifth asks for its neighbours among all. The user's own products have text alone.
 *
 * @param products generated products
 */
public record ContentStudy(int products) implements Study {
    /** Generated products if nothing else is said. */
    public static final int PRODUCTS = 2000;
    /** Words that are weighted. */
    public static final int WORDS = 512;
    /** Numbers learnt from text. */
    public static final int MEANINGS = 32;
    /** Numbers from the CNN. */
    public static final int IMAGE_FEATURES = 64;

    private static final int K = 10;
    private static final int CNN_EPOCHS = 2;
    private static final int PAIRS = 20_000;
    private static final int BATCH = 64;

    @Override
    public String data() {
        return "CSV table of products: text and perhaps category; else a generated catalogue with images";
    }

    @Override
    public Set<TrainingOption> options() {
        return Set.of(TrainingOption.EPOCHS, TrainingOption.COLUMNS);
    }

    @Override
    public Set<String> meanings() {
        return ProductTexts.MEANINGS;
    }

    @Override
    public void check(StudySettings settings) {
        settings.data().ifPresent(file -> ProductTexts.read(file, settings.columns()));
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        return settings.data().isPresent()
                ? ofTexts(settings.data().get(), settings)
                : ofCatalogue(
                        new CatalogueGenerator(products, settings.seed("catalogue")).catalogue(), settings, progress);
    }

    private StudyResult ofTexts(Path file, StudySettings settings) {
        settings.epochs().ifPresent(epochs -> {
            throw new InputException(
                    "--epochs: got " + epochs + ", must be absent with --data: texts alone are learnt without passes");
        });
        ProductTexts texts = ProductTexts.read(file, settings.columns());
        List<float[][]> channels = textChannels(texts, settings.seed("text"));
        int count = texts.texts().size();
        List<Figure> figures =
                figures(List.of("weighted words", "learnt from text"), channels, texts.categories(), 0, count);
        String categories = texts.lastWords()
                ? "last word, which is hidden"
                : "column " + settings.columns().getOrDefault("category", "category");
        return new StudyResult(model(channels), count + " products (" + file + "), category: " + categories, figures);
    }

    private static StudyResult ofCatalogue(Catalogue catalogue, StudySettings settings, StudyProgress progress) {
        int[] categories = catalogue.texts().categories();
        int seen = categories.length * 3 / 5;
        int trained = categories.length * 4 / 5;
        List<float[][]> channels = new ArrayList<>(textChannels(catalogue.texts(), settings.seed("text")));
        channels.add(ImageFeatures.of(
                catalogue.images(), seen, settings.epochs().orElse(CNN_EPOCHS), settings.seed("images"), progress));
        ContentModel model = model(channels);
        weigh(model, categories, seen, trained, settings.seed("pairs"));
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "precision@10, all channels weighted",
                Neighbours.precision(
                        categories,
                        trained,
                        categories.length,
                        K,
                        product -> scores(model, product, categories.length))));
        figures.addAll(figures(
                List.of("weighted words", "learnt from text", "image"),
                channels,
                categories,
                trained,
                categories.length));
        return new StudyResult(
                model,
                trained + " products to train on, " + (categories.length - trained) + " held out (generated)",
                figures);
    }

    private static List<float[][]> textChannels(ProductTexts texts, long seed) {
        TfIdf words = TfIdf.of(texts.texts(), WORDS);
        float[][] weighted = texts.texts().stream().map(words::vector).toArray(float[][]::new);
        return List.of(weighted, TextEmbedding.of(weighted, MEANINGS, seed));
    }

    private static List<Figure> figures(
            List<String> names, List<float[][]> channels, int[] categories, int from, int to) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            float[][] channel = channels.get(i);
            figures.add(new Figure(
                    "precision@10, " + names.get(i),
                    Neighbours.precision(categories, from, to, K, product -> cosines(channel, product))));
        }
        return figures;
    }

    private static float[] cosines(float[][] channel, int product) {
        float[] cosines = new float[channel.length];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = (float) Vectors.dot(channel[product], channel[i]);
        }
        return cosines;
    }

    private static float[] scores(Model model, int product, int count) {
        int[] same = IntStream.generate(() -> product).limit(count).toArray();
        Batch batch = pairs(same, IntStream.range(0, count).toArray(), Optional.empty());
        return model.score(batch);
    }

    private static ContentModel model(List<float[][]> channels) {
        return ContentModel.of(channels.stream()
                .map(channel -> Nd4j.create(Vectors.flat(channel), new long[] {channel.length, channel[0].length}, 'c'))
                .toList());
    }

    /** Half of the pairs are of one category. */
    private static void weigh(ContentModel model, int[] categories, int from, int to, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        for (int step = 0; step < PAIRS / BATCH; step++) {
            int[] one = new int[BATCH];
            int[] other = new int[BATCH];
            float[] alike = new float[BATCH];
            for (int i = 0; i < BATCH; i++) {
                one[i] = from + random.nextInt(to - from);
                do {
                    other[i] = from + random.nextInt(to - from);
                } while (categories[one[i]] == categories[other[i]] != (i % 2 == 0));
                alike[i] = i % 2 == 0 ? 1 : 0;
            }
            model.train(pairs(one, other, Optional.of(Nd4j.create(alike, new long[] {BATCH, 1}, 'c'))));
        }
    }

    private static Batch pairs(int[] one, int[] other, Optional<INDArray> labels) {
        return new Batch(
                one.length,
                List.of(
                        Nd4j.createFromArray(one).reshape('c', one.length, 1),
                        Nd4j.createFromArray(other).reshape('c', one.length, 1)),
                labels);
    }
}
