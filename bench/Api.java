import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed-in user of the program's interface. */
final class Api {


    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private Api(int port) {
        this.port = port;
    }

    static Api signedIn(int port) throws IOException, InterruptedException {
        return signedIn(port, "office1");
    }

    static Api signedIn(int port, String account) throws IOException, InterruptedException {
        String body = "{\"account\":\"%s\",\"password\":\"yunchuan2026\"}".formatted(account);
        Api api = new Api(port);
        api.http.send(api.request("/api/session").build(), HttpResponse.BodyHandlers.discarding());
        HttpRequest signIn = api.request("/api/session")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", api.cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = api.http.send(signIn, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("sign-in answered " + status);
        }
        return api;
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    String post(String path, String json) throws IOException, InterruptedException {
        HttpRequest post = request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return said(path, http.send(post, HttpResponse.BodyHandlers.ofString()));
    }

    /** Sends a file as a form with the one field {@code file}. */
    String upload(String path, Path file) throws IOException, InterruptedException {
        String boundary = "civitas-bench-boundary";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sites.xlsx\"\r\n\r\n";
        HttpRequest post = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        return said(path, http.send(post, HttpResponse.BodyHandlers.ofString()));
    }

    /** Reads a file to its end and throws it away; answers its size. */
    long download(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream bytes = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answered " + answer.statusCode() + ": " + new String(bytes.readAllBytes()));
            }
            return bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String said(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** The first id in an answer. */
    static String firstId(String json) {
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(json);
        if (!id.find()) {
            throw new IllegalStateException("no id in " + json.substring(0, Math.min(200, json.length())));
        }
        return id.group(1);
    }
}
