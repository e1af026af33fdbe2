package org.civitas.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * The program with the demonstration city that a journey walks through, and what the journey must know beforehand.
 *
 * <p>{@code -Dcivitas.journey.at=http://…} uses a program that is already running.
 */
final class JourneyServer {

    private static final String PASSWORD = "yunchuan2026";

    private static @Nullable JourneyServer shared;

    private final String url;
    private final Facts facts;
    private final @Nullable Path log;

    private JourneyServer(String url, @Nullable Path log) {
        this.url = url;
        this.facts = new Facts();
        this.log = log;
    }

    /** The one server of all journeys of this run; started on first use, stopped at the end. */
    static synchronized JourneyServer shared() {
        if (shared == null) {
            String running = System.getProperty("civitas.journey.at");
            shared = running == null ? started() : new JourneyServer(running, null);
        }
        return shared;
    }

    /** Its statements are logged when they take some milliseconds only, so that there is a log to look into. */
    private static JourneyServer started() {
        PackagedApp app = PackagedApp.start(emptyFolder(), true, Map.of("CIVITAS_SLOW_STATEMENT", "5ms"));
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        return new JourneyServer(app.url(""), app.log());
    }

    private static Path emptyFolder() {
        Path data = Path.of("target/journey-data");
        try {
            FileSystemUtils.deleteRecursively(data);
            Files.deleteIfExists(Path.of("target/journey-data.log"));
            return Files.createDirectories(data).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
    }

    /** What the program wrote since it was started; absent when it is one that ran before. */
    @Nullable
    Path log() {
        return log;
    }

    Facts api() {
        return facts;
    }

    String nameOf(String account) {
        try (ApiClient client = signedIn(account)) {
            return client.get("/api/session").body().get("name").asString();
        }
    }

    String unitOf(String account) {
        try (ApiClient client = signedIn(account)) {
            return client.get("/api/session").body().get("unitName").asString();
        }
    }

    /** A row of the workbook of sites, beside an existing site, so that it lies in the city. */
    List<String> site(String code, String name, JsonNode beside) {
        return List.of(
                code,
                name,
                "农贸市场",
                beside.get("areaCode").asString(),
                "十字街 1 号",
                beside.get("longitude").asString(),
                beside.get("latitude").asString(),
                "WGS84",
                "",
                "");
    }

    private ApiClient signedIn(String account) {
        return new ApiClient(url).signIn(account, PASSWORD);
    }

    /** What the journey looks up beside the pages. */
    final class Facts {

        /** Some market of the register. */
        JsonNode market() {
            try (ApiClient client = signedIn("office1")) {
                return client.get("/api/sites?typeCode=%E5%B8%82%E5%9C%BA&limit=1")
                        .body()
                        .get("items")
                        .get(0);
            }
        }

        /** Names of everybody with an account, and their accounts. */
        List<String> persons() {
            try (ApiClient client = signedIn("security")) {
                return client.get("/api/accounts?limit=100")
                        .body()
                        .get("items")
                        .valueStream()
                        .flatMap(person -> Stream.of(person.get("name"), person.get("login")))
                        .map(JsonNode::asString)
                        .filter(name -> !Set.of("admin", "security", "audit").contains(name))
                        .toList();
            }
        }

        /** Titles of the secret plans that are not made public. */
        List<String> secretPlans() {
            try (ApiClient client = signedIn("office1")) {
                return client.get("/api/inspection-plans?limit=100")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(plan -> plan.get("kind").asString().equals("COVERT"))
                        .map(plan -> plan.get("title").asString())
                        .toList();
            }
        }

        /** The next open task of the inspector in the plan. */
        String taskOf(String inspector, String planTitle) {
            try (ApiClient client = signedIn(inspector)) {
                for (JsonNode task : client.get("/api/inspection-tasks/mine").body()) {
                    if (task.get("planTitle").asString().equals(planTitle)) {
                        return task.get("id").asString();
                    }
                }
            }
            throw new AssertionError("no task of " + planTitle);
        }

        /** Cases that came from the plan's findings; waits for the feed, which takes up to some seconds. */
        List<String> casesOf(String plan, int expected) {
            try (ApiClient client = signedIn("office1")) {
                JsonNode sites = client.get("/api/inspection-plans/" + plan + "/tasks?limit=50")
                        .body()
                        .get("items");
                long deadline = System.nanoTime() + 60_000_000_000L;
                while (true) {
                    List<String> found = sites.valueStream()
                            .map(site -> site.get("siteId").asString())
                            .flatMap(site -> client.get("/api/cases?state=ACCEPTED&limit=50&site=" + site)
                                    .body()
                                    .get("items")
                                    .valueStream()
                                    .limit(1))
                            .map(file -> file.get("id").asString())
                            .toList();
                    if (found.size() >= expected || System.nanoTime() > deadline) {
                        return found;
                    }
                    java.util.concurrent.locks.LockSupport.parkNanos(300_000_000L);
                }
            }
        }

        /** Makes a round over the city and the day with the plan's edition; answers the address of its page. */
        String round(String name, String day, String plan) {
            try (ApiClient client = signedIn("office1")) {
                String edition = client.get("/api/inspection-plans/" + plan)
                        .body()
                        .get("editionId")
                        .asString();
                ApiClient.Answer answer = client.post(
                        "/api/rounds",
                        Map.of(
                                "name",
                                name,
                                "editionId",
                                edition,
                                "areaCode",
                                "9901",
                                "firstDay",
                                day,
                                "lastDay",
                                day,
                                "visitRule",
                                "LATEST",
                                "kinds",
                                List.of("COVERT"),
                                "minCoverage",
                                0));
                if (answer.status() != 201) {
                    throw new AssertionError("round refused: " + answer);
                }
                return "/rounds/" + answer.body().get("id").asString();
            }
        }
    }
}
