import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Load from outside the JVM, closed loop: every client sends its next request when it has its answer. */
final class Wrk {

    /** @param failed answers that were not 2xx or 3xx, and connections that broke */
    record Result(long requests, double seconds, long failed, double medianMs, double p99Ms, double maxMs) {

        double perSecond() {
            return requests / seconds;
        }
    }

    private final int port;
    private final Path script;
    private final Map<String, String> environment;

    Wrk(Api api, int port, String script, Map<String, String> more) {
        this.port = port;
        this.script = Path.of("bench", script);
        this.environment = new HashMap<>(more);
        environment.put("COOKIE", "CIVITAS_SESSION=" + api.cookie("CIVITAS_SESSION") + "; XSRF-TOKEN=" + api.cookie("XSRF-TOKEN"));
        environment.put("XSRF", api.cookie("XSRF-TOKEN"));
    }

    Result run(int clients, int seconds) throws IOException, InterruptedException {
        environment.put("RUN", String.format("%08x", (int) System.nanoTime()));
        List<String> command = new ArrayList<>(List.of(Machine.wrk(), "-t" + Math.min(clients, 2), "-c" + clients, "-d" + seconds + "s"));
        command.addAll(List.of("--timeout", "30s", "-s", script.toString(), "http://127.0.0.1:" + port));
        String said = Machine.run(environment, command);
        long[] figures = said.lines()
                .filter(line -> line.startsWith("FIGURES "))
                .findFirst()
                .map(line -> java.util.Arrays.stream(line.substring(8).split(" ")).mapToLong(Long::parseLong).toArray())
                .orElseThrow(() -> new IOException(said));
        Result result = new Result(
                figures[0], figures[1] / 1e6, figures[2], figures[3] / 1e3, figures[4] / 1e3, figures[5] / 1e3);
        if (result.failed() > 0) {
            throw new IOException(result.failed() + " of " + result.requests() + " requests failed:\n" + said);
        }
        return result;
    }
}
