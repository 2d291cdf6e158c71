package dev.purser.calibration.models.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Texts as weighted words: times a word occurs in the text x (1 + ln((1 + texts) / (1 + texts with the word))), the vector
 * then scaled to length 1. Words are the most frequent of the texts it was made from.
 *
 * @param places place of each word in the vectors
 * @param weights weight of the word at each place
 */
public record TfIdf(Map<String, Integer> places, float[] weights) {
    /** Takes the {@code mostWords} words that most of {@code texts} hold. */
    public static TfIdf of(List<String> texts, int mostWords) {
        Map<String, Integer> holding = new HashMap<>();
        for (String text : texts) {
            new HashSet<>(words(text)).forEach(word -> holding.merge(word, 1, Integer::sum));
        }
        List<String> chosen = holding.keySet().stream()
                .sorted(Comparator.comparing((String word) -> -holding.get(word))
                        .thenComparing(word -> word))
                .limit(mostWords)
                .toList();
        Map<String, Integer> places = new HashMap<>();
        float[] weights = new float[chosen.size()];
        for (int i = 0; i < weights.length; i++) {
            places.put(chosen.get(i), i);
            weights[i] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + holding.get(chosen.get(i)))));
        }
        return new TfIdf(Map.copyOf(places), weights);
    }

    /** The vector of {@code text}; zeros where it holds no known word. */
    public float[] vector(String text) {
        float[] vector = new float[weights.length];
        for (String word : words(text)) {
            Integer place = places.get(word);
            if (place != null) {
                vector[place] += weights[place];
            }
        }
        return Vectors.unit(vector);
    }

    private static List<String> words(String text) {
        return text.isBlank()
                ? List.of()
                : new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
