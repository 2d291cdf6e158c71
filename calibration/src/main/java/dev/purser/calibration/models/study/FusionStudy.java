package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.CatalogueGenerator;
import dev.purser.calibration.data.synthetic.CatalogueGenerator.Catalogue;
import dev.purser.calibration.data.synthetic.ShopGenerator;
import dev.purser.calibration.models.Fusion;
import dev.purser.calibration.models.FusionModel;
import dev.purser.calibration.models.content.TextEmbedding;
import dev.purser.calibration.models.content.TfIdf;
import dev.purser.calibration.models.content.Vectors;
import dev.purser.calibration.models.factors.AlternatingLeastSquares;
import dev.purser.calibration.models.factors.LeastSquares;
import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.study.StudyResult.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains the towers on all channels, and the same towers on each channel alone with the others silent.
 *
 * @param products generated products
 * @param users generated users
 */
public record FusionStudy(int products, int users) implements Study {
    private static final int TEXT = 32;
    private static final int BEHAVIOUR = 32;
    private static final int WORDS = 512;
    private static final int CNN_EPOCHS = 2;
    private static final int ALTERNATIONS = 8;
    private static final int USUAL_EPOCHS = 8;
    private static final int BATCH = 256;
    private static final double HELD_OUT = 0.2;

    /** 1,000 products, 1,500 users. */
    public static FusionStudy usual() {
        return new FusionStudy(1000, 1500);
    }

    @Override
    public String data() {
        return "none: it needs text, image and behaviour of the same products, which are generated";
    }

    @Override
    public void check(StudySettings settings) {
        settings.refuseData("fusion");
    }

    @Override
    public StudyResult run(StudySettings settings, StudyProgress progress) {
        check(settings);
        Catalogue catalogue = new CatalogueGenerator(products, settings.seed("catalogue")).catalogue();
        Split<Interactions> split = new ShopGenerator(catalogue.texts().categories(), users, settings.seed("shop"))
                .purchases()
                .split(HELD_OUT, settings.seed("split"));
        FusionFeatures text = FusionFeatures.of(text(catalogue, settings.seed("text")), split.train());
        FusionFeatures image = FusionFeatures.of(
                ImageFeatures.of(
                        catalogue.images(), products / 2, CNN_EPOCHS, settings.seed("images"), StudyProgress.NONE),
                split.train());
        FusionFeatures behaviour = FusionFeatures.of(behaviour(split.train(), settings.seed("factors")), split.train());
        List<Figure> figures = new ArrayList<>();
        FusionModel model = trained(text.beside(image).beside(behaviour), split, settings, progress);
        figures.add(figure("all channels", model, text.beside(image).beside(behaviour), split));
        figures.add(alone("text", text.beside(image.silent()).beside(behaviour.silent()), split, settings));
        figures.add(alone("image", text.silent().beside(image).beside(behaviour.silent()), split, settings));
        figures.add(alone("behaviour", text.silent().beside(image.silent()).beside(behaviour), split, settings));
        figures.add(
                new Figure("NDCG@10, popularity", PopularityStudy.quality(split).ndcg()));
        String data =
                users + " users, " + products + " products, " + split.train().count() + " purchases to train on, "
                        + split.heldOut().count() + " held out (generated)"
                        + PopularityFallback.told(split);
        return new StudyResult(model, data, figures);
    }

    private static Figure alone(
            String channel, FusionFeatures features, Split<Interactions> split, StudySettings settings) {
        try (FusionModel model = trained(features, split, settings, StudyProgress.NONE)) {
            return figure(channel + " alone", model, features, split);
        }
    }

    private static FusionModel trained(
            FusionFeatures features, Split<Interactions> split, StudySettings settings, StudyProgress progress) {
        FusionModel model = new Fusion().model(new RandomWeights(settings.seed("weights")));
        new Trainer(settings.epochs().orElse(USUAL_EPOCHS), BATCH, settings.seed("order"))
                .train(model, new FusionSamples(features, split.train(), settings.seed("absent")), progress);
        return model;
    }

    private static Figure figure(
            String channels, FusionModel model, FusionFeatures features, Split<Interactions> split) {
        float[] userValues = model.userVectors(Nd4j.createFromArray(features.users()));
        float[] itemValues = model.itemVectors(Nd4j.createFromArray(features.items()));
        float[][] users = Vectors.rows(userValues, userValues.length / features.users().length);
        float[][] items = Vectors.rows(itemValues, itemValues.length / features.items().length);
        return new Figure(
                "NDCG@10, " + channels,
                Recommendations.quality(split, user -> products(users[user], items))
                        .ndcg());
    }

    private static float[] products(float[] user, float[][] items) {
        float[] products = new float[items.length];
        for (int item = 0; item < products.length; item++) {
            products[item] = (float) Vectors.dot(user, items[item]);
        }
        return products;
    }

    private static float[][] text(Catalogue catalogue, long seed) {
        TfIdf words = TfIdf.of(catalogue.texts().texts(), WORDS);
        float[][] weighted =
                catalogue.texts().texts().stream().map(words::vector).toArray(float[][]::new);
        return TextEmbedding.of(weighted, TEXT, seed);
    }

    private static float[][] behaviour(Interactions train, long seed) {
        AlternatingLeastSquares als = AlternatingLeastSquares.start(
                train, BEHAVIOUR, LeastSquares.implicit(AlsStudy.REGULARISATION, AlsStudy.CONFIDENCE), seed);
        IntStream.range(0, ALTERNATIONS).forEach(pass -> als.alternate(train));
        float[][] vectors = Vectors.rows(als.items().values(), BEHAVIOUR);
        for (float[] vector : vectors) {
            Vectors.unit(vector);
        }
        return vectors;
    }
}
