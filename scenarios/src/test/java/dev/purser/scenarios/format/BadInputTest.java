package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said, all of it, at its place; nothing throws. */
class BadInputTest {
    static final String VALID = """
            purser: 1
            start: 2026-03-02
            zone: Europe/Berlin
            horizon: 2 d
            sites:
              cloud: {provider: aws, region: us-east-1}
            pools:
              gpu: {instance: g4dn.xlarge, instances: {min: 1, max: 4}}
            services:
              ranking:
                model: dlrm-4b
                precision: FP16
                scaling: {fixed: 2}
            pipelines:
              search:
                traffic: {rate: 100 /s}
                candidates: 300
                stages: [ranking]
            """;

    @TempDir
    Path folder;

    private List<String> problems(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("shop.yaml"), content);
        Loaded loaded = ScenarioLoader.shipped().load(file);
        assertEquals(loaded.problems().isEmpty(), loaded.scenario().isPresent());
        return loaded.problems().stream()
                .map(Problem::toString)
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    private List<String> problems(String yaml) throws IOException {
        return problems(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theBaseOfTheseTestsIsValid() throws IOException {
        assertEquals(List.of(), problems(VALID));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            horizon: 2 d      | horizon: 2                   | shop.yaml:4:10 horizon: got 2, must be a length of time with one of the units ns, us, ms, s, min, h, d, w, such as 250 ms
            horizon: 2 d      | horizon: -2 d                | shop.yaml:4:10 horizon: got -2 d, must be from 0 s to 36500 d
            horizon: 2 d      | horizon: .nan                | shop.yaml:4:10 horizon: got .nan, must be a length of time with one of the units ns, us, ms, s, min, h, d, w, such as 250 ms
            start: 2026-03-02 | start: 2026-03-29T02:30      | shop.yaml:2:8 start: got 2026-03-29T02:30, must exist in Europe/Berlin, where clocks skip from 2026-03-29T02:00 to 2026-03-29T03:00
            start: 2026-03-02 | start: 1998-06-10            | shop.yaml:8:3 pools.gpu: got no price of aws us-east-1 g4dn.xlarge on-demand on 1998-06-10, must be in a price list; lists price it in us-east-1 (from 2026-01-01)
            purser: 1         | purser: 2                    | shop.yaml:1:9 purser: got 2, must be at most 1
            zone: Europe/Berlin | zone: Berlin               | shop.yaml:3:7 zone: got Berlin, must be UTC or a zone of the IANA time zone database
            provider: aws     | provider: gcp                | shop.yaml:8:19 pools.gpu.instance: got g4dn.xlarge of aws, must be of gcp, the provider of site cloud
            region: us-east-1 | region: mars                 | shop.yaml:8:3 pools.gpu: got no price of aws mars g4dn.xlarge on-demand on 2026-03-02, must be in a price list; lists price it in us-east-1 (from 2026-01-01)
            {min: 1, max: 4}  | {min: 5, max: 4}             | shop.yaml:8:49 pools.gpu.instances.min: got 5, must not pass `max`, which is 4
            g4dn.xlarge       | g4dn.xlarg                   | ; did you mean `g4dn.xlarge`?
            instances: {min: 1, max: 4} | instances: 2, purchase: owned | shop.yaml:8:3 pools.gpu: is owned, must have its prices in `cost.owned.gpu`
            instances: {min: 1, max: 4} | instances: {max: 2}, purchase: owned | shop.yaml:8:32 pools.gpu.instances: got 0 to 2, must be one number in an owned pool: owned machines are paid for whether they run or not
            model: dlrm-4b    | model: dlrm-5b               | dlrm-4b
            precision: FP16   | precision: INT8              | dlrm-4b on T4 at FP16
            precision: FP16   | pools: [gpu, cpu]            | shop.yaml:12:18 services.ranking.pools[1]: got cpu, must be gpu
            precision: FP16   | replica: {cores: 6}          | shop.yaml:12:22 services.ranking.replica.cores: got 6 cores, must be at most 4 to fit on an instance of pool gpu (g4dn.xlarge)
            precision: FP16   | replica: {memory: 1 TiB}     | shop.yaml:12:23 services.ranking.replica.memory: got 1 TiB, must be at most 16 GiB to fit on an instance of pool gpu (g4dn.xlarge)
            precision: FP16   | replica: {accelerators: 2}   | shop.yaml:12:29 services.ranking.replica.accelerators: got 2 cards, must be at most 1 to fit on an instance of pool gpu (g4dn.xlarge)
            precision: FP16   | batching: {largest: 1000000} | shop.yaml:12:25 services.ranking.batching.largest: got 1000000, must be at most 32768, the largest measured of dlrm-4b on T4 at FP32 (tensorflow-tensorrt); `extrapolate: true` lifts this
            precision: FP16   | batching: {preferred: [4, 2]} | shop.yaml:12:5 services.ranking.batching: preferred size 2: got 2, must be at least 5
            precision: FP16   | cache: {hit-ratio: 1.7}      | shop.yaml:12:24 services.ranking.cache.hit-ratio: got 1.7, must be in [0, 1] (a fraction) or from 0 % to 100 %
            precision: FP16   | balancer: random-robin       | shop.yaml:12:15 services.ranking.balancer: got random-robin, must be one of random, round-robin, two-choices, least-outstanding
            precision: FP16   | queue-limits: 3              | ; did you mean `queue-limit`?
            precision: FP16   | cancel-on-timeout: true      | shop.yaml:12:24 services.ranking.cancel-on-timeout: got true, must come with a `timeout`: without one nothing is cancelled
            precision: FP16   | timeout: 0 s                 | shop.yaml:12:14 services.ranking.timeout: got 0 s, must be above 0 s
            {fixed: 2}        | {fixd: 2}                    | shop.yaml:13:5 services.ranking.scaling: got fixd, must have exactly one of the keys fixed, hpa, manifest; did you mean `fixed`?
            {fixed: 2}        | {hpa: {max: 4, min: 6, metrics: {cpu: 50 %}}} | shop.yaml:13:34 services.ranking.scaling.hpa.min: got 6, must not pass `max`, which is 4
            {fixed: 2}        | {hpa: {max: 4, metrics: {}}} | got no metric, must be one or more of cpu, accelerator, requests, concurrency, queue-time
            {fixed: 2}        | {fixed: 5}                   | shop.yaml:13:5 services.ranking.scaling: got 5 replicas at the start, must be at most 4, which is what the pools can hold
            {rate: 100 /s}    | {rate: 100}                  | shop.yaml:16:21 pipelines.search.traffic.rate: got 100, must be a rate with one of the units /s, /min, /h, /day, /week, /month, /year (k and M may stand before it), such as 250 /s
            {rate: 100 /s}    | {rate: 1 /s, users: 3}       | got users and rate, must have exactly one of the keys users, rate, trace, prometheus, clients
            {rate: 100 /s}    | {rate: 1 /s, hours: [1, 2]}  | shop.yaml:16:27 pipelines.search.traffic.hours: got 2 weights, must be 24
            {rate: 100 /s}    | {rate: 1 /s, events: {sale: {from: 2026-03-03, until: 2026-03-09, factor: 8}}} | shop.yaml:16:68 pipelines.search.traffic.events.sale.until: got 2026-03-09T00:00, must lie within the horizon, from 2026-03-02T00:00 to 2026-03-04T00:00
            {rate: 100 /s}    | {rate: 1 /s, events: {sale: {from: 2026-03-03, until: 2026-03-02, factor: 8}}} | must be after `from`, which is 2026-03-03T00:00
            [ranking]         | [ranking]\\nincidents: {outage: {pool: gpus, at: 2026-03-03, share: 50 %, lasts: 20 min}} | shop.yaml:19:28 incidents.outage.pool: got gpus, must be gpu; did you mean `gpu`?
            [ranking]         | [ranking]\\nincidents: {outage: {pool: gpu, at: 2026-03-09, share: 50 %, lasts: 20 min}} | shop.yaml:19:37 incidents.outage.at: got 2026-03-09T00:00, must lie within the horizon, from 2026-03-02T00:00 to 2026-03-04T00:00
            [ranking]         | [ranking]\\nincidents: {outage: {pool: gpu, at: 2026-03-03, share: 150 %, lasts: 20 min}} | incidents.outage.share: got 150 %, must be in [0, 1] (a fraction) or from 0 % to 100 %
            candidates: 300   | candidates: {median: 300, p99: 100} | 99th percentile: got 100.0, must be a finite number of at least 300.0
            candidates: 300   | candidates: -1               | shop.yaml:17:17 pipelines.search.candidates: got -1, must be at least 0
            [ranking]         | [rankin]                     | shop.yaml:18:14 pipelines.search.stages[0]: got rankin, must be ranking; did you mean `ranking`?
            [ranking]         | []                           | shop.yaml:18:5 pipelines.search.stages: got an empty list, must be a list of one or more
            start: 2026-03-02 | start: 2026-02-30            | shop.yaml:2:8 start: got 2026-02-30, must be a civil date and time
            zone: Europe/Berlin | zone: Europe/Berlin\\nname: 12 | shop.yaml:4:7 name: got 12, must be text: put quotes around it
            zone: Europe/Berlin | zone: Europe/Berlin\\nwarm-up: 3 d | shop.yaml:4:10 warm-up: got 3 d, must be shorter than the horizon, 2 d
            zone: Europe/Berlin | zone: Europe/Berlin\\nfidelity: intervals | shop.yaml:4:11 fidelity: got intervals, must be one of request, interval, auto; did you mean `interval`?
            zone: Europe/Berlin | zone: Europe/Berlin\\ncurrency: CNY | exchange rate: got an amount in USD for a bill in CNY, a rate from USD to CNY must be stated
            zone: Europe/Berlin | zone: Europe/Berlin\\nprofiles: [../x.json] | shop.yaml:4:12 profiles[0]: got ../x.json, must stay inside the folder of the scenario (`--allow-outside` lifts this)
            zone: Europe/Berlin | zone: Europe/Berlin\\nprofiles: [x.json] | shop.yaml:4:12 profiles[0]: got x.json, no such file; must be a file beside the scenario
            """)
    void oneMistakeIsOneProblemAtItsPlace(String right, String wrong, String expected) throws IOException {
        assertTrue(VALID.contains(right), right);
        List<String> problems = problems(VALID.replace(right, wrong.replace("\\n", "\n")));
        assertEquals(1, problems.size(), () -> String.join("\n", problems));
        assertTrue(problems.get(0).contains(expected), problems.get(0));
    }

    @Test
    void anUnknownKeyComesWithTheNearestOne() throws IOException {
        List<String> problems = problems(VALID.replace("horizon", "horizn"));
        assertEquals(
                "shop.yaml:1:1: got no `horizon`, must be given: simulated time; a day has 24 hours", problems.get(0));
        assertTrue(
                problems.get(1).startsWith("shop.yaml:4:1 horizn: unknown key, must be one of purser, name, title,"));
        assertTrue(problems.get(1).endsWith("; did you mean `horizon`?"));
        assertEquals(2, problems.size());
    }

    @Test
    void aServiceWithoutAFleetIsRefused() throws IOException {
        List<String> problems =
                problems(VALID.replace("  gpu: {instance: g4dn.xlarge, instances: {min: 1, max: 4}}\n", ""));
        assertEquals("shop.yaml:7:1 pools: got nothing, must be a mapping from names of your choice", problems.get(0));
    }

    @Test
    void aServiceThatNobodyCallsIsRefused() throws IOException {
        String extra = "services:\n  lonely: {model: dlrm-4b, precision: FP16, scaling: {fixed: 1}}\n";
        assertEquals(
                List.of(
                        "shop.yaml:10:3 services.lonely: is called by no pipeline, must be a stage of at least one or be"
                                + " left out"),
                problems(VALID.replace("services:\n", extra)));
    }

    @Test
    void severalPoolsMustBeChosenFrom() throws IOException {
        String extra = "pools:\n  cpu: {instance: c6i.xlarge, instances: 1}\n";
        List<String> problems = problems(VALID.replace("pools:\n", extra));
        assertTrue(
                problems.contains("shop.yaml:11:3 services.ranking: got no `pools`, must be one of cpu, gpu"),
                () -> String.join("\n", problems));
    }

    @Test
    void everyMistakeIsReportedInOrderOfTheFile() throws IOException {
        List<String> problems = problems(VALID.replace("2 d", "2 days")
                .replace("max: 4", "max: four")
                .replace("FP16", "FP17")
                .replace("100 /s", "lots")
                .replace("candidates", "candidate"));
        assertEquals(
                List.of("4", "8", "12", "15", "16", "17"),
                problems.stream().map(problem -> problem.split(":")[1]).toList(),
                () -> String.join("\n", problems));
    }

    @Test
    void everyFileThatIsMissingIsReported() throws IOException {
        List<String> problems = problems(VALID.replace("zone: Europe/Berlin", "profiles: [a.json, b.json]")
                + "cost: {prices: [c.csv, d.csv]}\n");
        assertEquals(
                List.of("profiles[0]: got a", "profiles[1]: got b", "cost.prices[0]: got c", "cost.prices[1]: got d"),
                problems.stream()
                        .map(problem -> problem.replaceFirst("^\\S+ ", "").replaceFirst("\\..(sv|son), no such.*", ""))
                        .toList(),
                () -> String.join("\n", problems));
    }

    @Test
    void filesThatAreNoScenario() throws IOException {
        assertEquals(
                "missing.yaml: no such file",
                ScenarioLoader.shipped()
                        .load(Path.of("missing.yaml"))
                        .problems()
                        .get(0)
                        .toString());
        assertEquals(
                folder + ": got no regular file, must be one",
                ScenarioLoader.shipped().load(folder).problems().get(0).toString());
        assertEquals(
                List.of("shop.yaml: got an empty file, must be a scenario: a mapping that begins with `purser: 1`"),
                problems(""));
        assertTrue(problems("just text")
                .get(0)
                .startsWith("shop.yaml:1:1: got just text, must be a mapping with the keys purser, name"));
        assertTrue(problems("- a\n- b").get(0).startsWith("shop.yaml:1:1: got a list, must be a mapping"));
        assertTrue(problems("a: b: c").get(0).startsWith("shop.yaml:1:5: got broken YAML"));
        assertTrue(problems("horizon:\n\t- 1").get(0).endsWith("indent with spaces, not with tabs"));
        assertEquals(
                List.of("shop.yaml:2: got bytes that are no UTF-8, must be UTF-8 text"),
                problems(new byte[] {'a', ':', ' ', '1', '\n', (byte) 0xC3, 'x'}));
        assertEquals(
                List.of("shop.yaml: got a file of 1048577 bytes, must be at most 1048576"),
                problems(new byte[(1 << 20) + 1]));
        assertTrue(problems("purser: 1\npurser: 1").get(0).startsWith("shop.yaml:1:1"));
    }

    @Test
    void aFileMayBeCalledAnything() throws IOException {
        Path file = Files.writeString(folder.resolve("a\u001b[31mb.yaml"), VALID);
        assertEquals(
                "a-[31mb",
                ScenarioLoader.shipped().load(file).scenario().orElseThrow().name());
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        assertEquals(List.of(), problems("\uFEFF" + VALID));
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() throws IOException {
        List<String> problems = problems(VALID.replace("horizon: 2 d", "horizon: \"\\e[31m2 d\\nx\""));
        assertTrue(problems.get(0).contains("got \uFFFD[31m2 d\uFFFDx, must be"), problems.get(0));
    }
}
