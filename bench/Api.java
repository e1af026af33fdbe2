import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed-in user of the program's interface. */
final class Api {

    private static final String SIGN_IN = "{\"account\":\"office1\",\"password\":\"yunchuan2026\"}";

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private Api(int port) {
        this.port = port;
    }

    static Api signedIn(int port) throws IOException, InterruptedException {
        Api api = new Api(port);
        api.http.send(api.request("/api/session").build(), HttpResponse.BodyHandlers.discarding());
        HttpRequest signIn = api.request("/api/session")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", api.cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(SIGN_IN))
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

    /** The first id in an answer. */
    static String firstId(String json) {
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"").matcher(json);
        if (!id.find()) {
            throw new IllegalStateException("no id in " + json.substring(0, Math.min(200, json.length())));
        }
        return id.group(1);
    }
}
