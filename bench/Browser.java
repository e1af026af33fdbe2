import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window, driven over its debugging protocol; needs nothing but the JDK. */
final class Browser implements AutoCloseable {

    private static final long QUIET_MS = 400;
    private static final Pattern REQUEST = Pattern.compile("\"requestId\":\"([^\"]+)\"");

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private int next = 1;

    private Browser(Process process, Path profile, String address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listening())
                .join();
    }

    static Browser start() throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("civitas-bench");
        Process process = new ProcessBuilder(List.of(
                        "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--disable-background-networking", "--window-size=1366,768", "--remote-debugging-port=0",
                        "--user-data-dir=" + profile, "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path file = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 600 && (!Files.exists(file) || Files.size(file) == 0); i++) {
            Thread.sleep(50);
        }
        String port = Files.readAllLines(file).getFirst();
        String tab = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher address = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"([^\"]+)\"").matcher(tab);
        if (!address.find()) {
            throw new IOException("Chromium answered " + tab);
        }
        Browser browser = new Browser(process, profile, address.group(1));
        browser.command("Page.enable", "{}");
        browser.command("Network.enable", "{}");
        return browser;
    }

    void cookie(String url, String name, String value) throws InterruptedException {
        command("Network.setCookie", "{\"url\":\"%s\",\"name\":\"%s\",\"value\":\"%s\"}".formatted(url, name, value));
    }

    /** Milliseconds from going to the address until its last answer came in, with nothing more under way. */
    double load(String url) throws InterruptedException {
        messages.clear();
        long start = System.nanoTime();
        send("Page.navigate", "{\"url\":\"%s\"}".formatted(url));
        long last = start;
        boolean loaded = false;
        Set<String> open = new HashSet<>();
        long limit = start + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < limit) {
            String message = messages.poll(QUIET_MS, TimeUnit.MILLISECONDS);
            if (message == null) {
                if (loaded && open.isEmpty()) {
                    return (last - start) / 1e6;
                }
            } else if (message.contains("\"method\":\"Network.requestWillBeSent\"")) {
                open.add(request(message));
            } else if (message.contains("\"method\":\"Network.loadingFinished\"")
                    || message.contains("\"method\":\"Network.loadingFailed\"")) {
                open.remove(request(message));
                last = System.nanoTime();
            } else if (message.contains("\"method\":\"Page.frameNavigated\"")) {
                open.clear(); // what the page before had under way is never answered
            } else if (message.contains("\"method\":\"Page.loadEventFired\"")) {
                loaded = true;
                last = System.nanoTime();
            }
        }
        throw new IllegalStateException(url + " did not come to rest");
    }

    /** A redirected request is announced once more under the same number. */
    private static String request(String message) {
        Matcher id = REQUEST.matcher(message);
        return id.find() ? id.group(1) : "";
    }

    private int send(String method, String parameters) {
        int id = next++;
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters), true)
                .join();
        return id;
    }

    private void command(String method, String parameters) throws InterruptedException {
        String answer = "\"id\":" + send(method, parameters) + ",";
        for (String message = messages.poll(20, TimeUnit.SECONDS); message != null; message = messages.poll(20, TimeUnit.SECONDS)) {
            if (message.contains(answer)) {
                return;
            }
        }
        throw new IllegalStateException("no answer to " + method);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | java.io.UncheckedIOException leftOver) {
            System.err.println("not removed: " + profile);
        }
    }

    /** Puts whole messages into the queue. */
    private final class Listening implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
