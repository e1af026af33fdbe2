import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program under measurement, started by bin/run on a data folder and a port of its own. */
final class Program implements AutoCloseable {

    private static volatile long running;

    private final Process process;
    private final int port;
    private final long start;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private Program(Process process, int port, long start, Path log) {
        this.process = process;
        running = process.pid();
        this.port = port;
        this.start = start;
        this.log = log;
    }

    static Program start(Path folder, int port, Map<String, String> environment, boolean shown) throws IOException {
        Path log = folder.resolve("bench.log");
        ProcessBuilder builder = new ProcessBuilder("bin/run").redirectErrorStream(true);
        builder.environment().put("CIVITAS_PORT", Integer.toString(port));
        builder.environment().put("CIVITAS_DATA", folder.toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(shown ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.to(log.toFile()));
        long start = System.nanoTime();
        return new Program(builder.start(), port, start, log);
    }

    long pid() {
        return process.pid();
    }

    /** The program that was started last. */
    static long running() {
        return running;
    }

    /** Seconds from the command until the first page was answered. */
    double awaitPage(int seconds) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < limit) {
            if (answers("/") && answers("/api/health")) {
                return (System.nanoTime() - start) / 1e9;
            }
            mustLive();
            Thread.sleep(25);
        }
        throw new IllegalStateException("no page after " + seconds + " s; see " + log);
    }

    /** Passes on what the program says until it says that it is ready; the demonstration city is loaded by then. */
    void awaitNotice() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            System.err.println(line);
            if (line.contains("已就绪")) {
                return;
            }
        }
        throw new IOException("the program ended before it was ready");
    }

    private void mustLive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the program ended with " + process.exitValue() + "; see " + log);
        }
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Resident memory of the Java process (bin/run replaces itself by it). */
    double residentMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String line = lines.filter(each -> each.startsWith("VmRSS")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Processor time of the Java process so far; unlike the clock it hardly depends on what else the machine does. */
    double processorSeconds() throws IOException {
        return processorSeconds(process.pid());
    }

    static double processorSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
