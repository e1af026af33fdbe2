package org.civitas.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private JourneyServer(String url) {
        this.url = url;
        this.facts = new Facts();
    }

    /** The one server of all journeys of this run; started on first use, stopped at the end. */
    static synchronized JourneyServer shared() {
        if (shared == null) {
            shared = new JourneyServer(address());
        }
        return shared;
    }

    private static String address() {
        String running = System.getProperty("civitas.journey.at");
        if (running != null) {
            return running;
        }
        PackagedApp app = PackagedApp.start(emptyFolder(), true);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        return app.url("");
    }

    private static Path emptyFolder() {
        Path data = Path.of("target/journey-data");
        try {
            FileSystemUtils.deleteRecursively(data);
            return Files.createDirectories(data).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url;
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
