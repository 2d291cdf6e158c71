package dev.purser.calibration.check.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.html.Svg;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckOutputTest {
    /** Throughput 10 % too much and 30 % too little; p50 exact, and not measured. */
    private static final List<CheckedPoint> CHECKED = List.of(
            LoadPoints.checked(
                    8,
                    Map.of(Figure.THROUGHPUT, 1000.0, Figure.P50, 2e6),
                    Map.of(Figure.THROUGHPUT, 1100.0, Figure.P50, 2e6)),
            LoadPoints.checked(
                    16, Map.of(Figure.THROUGHPUT, 2000.0), Map.of(Figure.THROUGHPUT, 1400.0, Figure.P50, 9e6)));

    @Test
    void meanErrorsAreOverWhatWasMeasured() {
        MeanErrors errors = MeanErrors.of(CHECKED);
        assertEquals(2, errors.points());
        assertEquals(0.2, errors.of(Figure.THROUGHPUT), 1e-12);
        assertEquals(0, errors.of(Figure.P50), 1e-12);
        assertEquals(Double.NaN, errors.of(Figure.P99));
    }

    @Test
    void textForPeople() {
        CheckText text = new CheckText(CHECKED.stream().map(CheckedPoint::point).toList());
        assertEquals("""
                ranker on T4 at FP16 (onnx): 10 samples a request, 2 model instances, largest batch 100, longest wait 0 ms, think time 0 ms
                   clients  |  samples/s  predicted    error  |     p50 ms  predicted    error
                         8  |       1000       1100  +10.0 %  |      2.000      2.000   +0.0 %
                """, text.row(CHECKED.get(0)));
        assertEquals(
                "        16  |       2000       1400  -30.0 %  |          -      9.000        -\n",
                text.row(CHECKED.get(1)));
        assertEquals("""

                mean absolute error
                  ranker on T4 at FP16 (onnx), 2 rows: throughput 20.0 %, p50 0.0 %
                """, text.means(CHECKED));
    }

    @Test
    void tableForPrograms() {
        List<String> lines = CheckCsv.of(CHECKED).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "model,hardware,precision,backend,clients,rate,think,samples,instances,largest-batch,"
                                        + "preferred,wait,throughput,predicted-throughput,error-throughput,mean,predicted-mean,error-mean,p50"));
        assertEquals("ranker,T4,FP16,onnx,8,,0,10,2,100,,0,1000,1100,0.1,,,,2,2,0,,,,,,,,,", lines.get(1));
        assertEquals("ranker,T4,FP16,onnx,16,,0,10,2,100,,0,2000,1400,-0.3,,,,,9,,,,,,,,,,", lines.get(2));
    }

    @Test
    void chartOfWhatWasMeasured() {
        String svg = Svg.of(ErrorFigure.of(CHECKED));
        assertTrue(svg.contains("Load (clients)"));
        assertTrue(svg.contains(">throughput<") && svg.contains(">p50<"));
        assertTrue(svg.contains("The largest error of throughput is 30 %."));
        assertTrue(!svg.contains(">p99<") && svg.contains("ranker on T4 at FP16 (onnx)"));
    }
}
