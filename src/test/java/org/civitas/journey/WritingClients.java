package org.civitas.journey;

import static org.civitas.journey.WriteLedger.Kind;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** The clients of the demonstration city that write while the ground is pulled away from under them. */
final class WritingClients {

    static final String PASSWORD = "yunchuan2026";
    static final int ROWS = 120;
    static final int OBSERVATIONS = 3;

    private WritingClients() {}

    static List<WritingClient> of(PackagedApp app, WriteLedger ledger, long seed, BooleanSupplier goesOn) {
        JsonNode site = market(app);
        return List.of(
                new Reporter(as(app, "office1"), ledger, seed, goesOn),
                new Reporter(as(app, "office2"), ledger, seed + 1, goesOn),
                new Inspector(as(app, "inspector1"), ledger, seed + 2, goesOn, site),
                new Photographer(as(app, "inspector2"), ledger, seed + 3, goesOn),
                new Importer(as(app, "office3"), ledger, seed + 4, goesOn, site),
                new Computer(as(app, "office4"), ledger, seed + 5, goesOn));
    }

    static ApiClient as(PackagedApp app, String account) {
        return new ApiClient(app).signIn(account, PASSWORD);
    }

    private static JsonNode market(PackagedApp app) {
        try (ApiClient office = as(app, "office1")) {
            return office.get("/api/sites?typeCode=%E5%B8%82%E5%9C%BA&limit=1")
                    .body()
                    .get("items")
                    .get(0);
        }
    }

    /** A small picture that no other is like. */
    static byte[] picture(UUID id) {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(id.hashCode() & 0xffffff));
        canvas.fillRect(0, 0, 320, 240);
        canvas.setColor(Color.WHITE);
        canvas.drawString(id.toString(), 10, 120);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reports a problem and accepts it. */
    private static final class Reporter extends WritingClient {

        Reporter(ApiClient api, WriteLedger ledger, long seed, BooleanSupplier goesOn) {
            super(api, ledger, seed, goesOn);
        }

        @Override
        void once() {
            String request = UUID.randomUUID().toString();
            ledger.sent(Kind.CASE, request);
            var report = Map.of(
                    "requestId", request, "typeCode", "L030", "description", "断电演练 " + request, "areaCode", "990101");
            ApiClient.Answer reported = write(() -> api.post("/api/cases", report));
            if (reported.status() != 200) {
                throw new IllegalStateException("report answered " + reported);
            }
            ledger.acknowledged(Kind.CASE, request);
            accept(reported.body().get("caseId").asString());
        }

        private void accept(String id) {
            JsonNode file = ask(() -> api.get("/api/cases/" + id)).body().get("file");
            String request = UUID.randomUUID().toString();
            ledger.sent(Kind.STEP, request);
            var step =
                    Map.of("requestId", request, "version", file.get("version").asInt(), "words", request);
            if (write(() -> api.post("/api/cases/" + id + "/acceptances", step)).status() == 200) {
                ledger.acknowledged(Kind.STEP, request);
            }
        }
    }

    /** Submits a patrol with three observations, one of them a fault. */
    private static final class Inspector extends WritingClient {

        private final String site;
        private final List<JsonNode> items;

        Inspector(ApiClient api, WriteLedger ledger, long seed, BooleanSupplier goesOn, JsonNode site) {
            super(api, ledger, seed, goesOn);
            this.site = site.get("id").asString();
            this.items = api.get("/api/inspection-sheets?site=" + this.site)
                    .body()
                    .get("items")
                    .valueStream()
                    .filter(item -> item.get("form").asString().equals("PASS")
                            && !item.get("pictureNeeded").asBoolean())
                    .limit(OBSERVATIONS)
                    .toList();
        }

        @Override
        void once() {
            String visit = UUID.randomUUID().toString();
            Instant now = Instant.now();
            var observations = new ArrayList<Map<String, Object>>();
            for (JsonNode item : items) {
                boolean bad = observations.isEmpty();
                observations.add(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "checkItemCode",
                        item.get("code").asString(),
                        "outcome",
                        bad ? "NONCONFORMING" : "CONFORMING",
                        "faults",
                        bad ? List.of(item.get("faults").get(0).asString()) : List.of(),
                        "anotherSpot",
                        true,
                        "observedAt",
                        now.minusSeconds(60).toString()));
            }
            ledger.sent(Kind.VISIT, visit);
            var body = Map.of(
                    "id", visit,
                    "siteId", site,
                    "startedAt", now.minusSeconds(600).toString(),
                    "endedAt", now.minusSeconds(30).toString(),
                    "remark", visit,
                    "observations", observations);
            ApiClient.Answer answer = write(() -> api.post("/api/visits", body));
            if (answer.status() != 200) {
                throw new IllegalStateException("visit answered " + answer);
            }
            ledger.acknowledged(Kind.VISIT, visit);
        }
    }

    /** Uploads pictures under ids of its own. */
    private static final class Photographer extends WritingClient {

        Photographer(ApiClient api, WriteLedger ledger, long seed, BooleanSupplier goesOn) {
            super(api, ledger, seed, goesOn);
        }

        @Override
        void once() {
            UUID id = UUID.randomUUID();
            byte[] bytes = picture(id);
            ledger.sent(Kind.PICTURE, id.toString());
            ApiClient.Answer answer = write(() -> api.upload("/api/media?id=" + id, "现场.png", "image/png", bytes));
            if (answer.status() != 200) {
                throw new IllegalStateException("picture answered " + answer);
            }
            ledger.acknowledged(Kind.PICTURE, id.toString());
        }
    }

    /** Imports workbooks of sites whose codes begin alike. */
    private static final class Importer extends WritingClient {

        private final JsonNode beside;

        Importer(ApiClient api, WriteLedger ledger, long seed, BooleanSupplier goesOn, JsonNode beside) {
            super(api, ledger, seed, goesOn);
            this.beside = beside;
        }

        @Override
        void once() {
            String prefix = "K" + UUID.randomUUID().toString().substring(0, 8);
            byte[] book = book(prefix);
            ApiClient.Answer preview = write(() -> api.upload(
                    "/api/sites/imports/previews",
                    "点位.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    book));
            if (preview.status() != 200 || preview.body().get("faultyRows").asInt() != 0) {
                throw new IllegalStateException("preview answered " + preview);
            }
            ledger.sent(Kind.IMPORT, prefix);
            String path = "/api/sites/imports/previews/"
                    + preview.body().get("previewId").asString() + "/commits";
            ApiClient.Answer done = write(() -> api.post(path, Map.of("mode", "ALL")));
            if (done.status() != 200 && done.status() != 409) {
                throw new IllegalStateException("commit answered " + done);
            }
            ledger.acknowledged(Kind.IMPORT, prefix);
        }

        private byte[] book(String prefix) {
            List<List<String>> rows = new ArrayList<>();
            for (int n = 0; n < ROWS; n++) {
                rows.add(List.of(
                        prefix + "-" + n,
                        "断电演练 " + prefix + "-" + n,
                        "农贸市场",
                        beside.get("areaCode").asString(),
                        "十字街 1 号",
                        beside.get("longitude").asString(),
                        beside.get("latitude").asString(),
                        "WGS84",
                        "",
                        ""));
            }
            try {
                Path file = Files.createTempFile("civitas-kill", ".xlsx");
                try {
                    return Files.readAllBytes(Workbooks.write(file, Workbooks.SITE_COLUMNS, rows));
                } finally {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Has a round of scores computed in the background and follows it to its end, over every interruption. */
    private static final class Computer extends WritingClient {

        private final String edition;

        Computer(ApiClient api, WriteLedger ledger, long seed, BooleanSupplier goesOn) {
            super(api, ledger, seed, goesOn);
            this.edition = api.get("/api/editions")
                    .body()
                    .get("items")
                    .valueStream()
                    .filter(one -> one.get("state").asString().equals("IN_USE"))
                    .findFirst()
                    .orElseThrow()
                    .get("id")
                    .asString();
        }

        @Override
        void once() {
            Map<String, Object> round = new HashMap<>(Map.of(
                    "name",
                    "断电演练 " + UUID.randomUUID(),
                    "editionId",
                    edition,
                    "areaCode",
                    "9901",
                    "firstDay",
                    LocalDate.now().minusDays(20).toString(),
                    "lastDay",
                    LocalDate.now().toString(),
                    "visitRule",
                    "LATEST",
                    "kinds",
                    List.of("PATROL"),
                    "minCoverage",
                    0));
            String id =
                    write(() -> api.post("/api/rounds", round)).body().get("id").asString();
            String work = write(() -> api.post("/api/rounds/" + id + "/computations", Map.of()))
                    .body()
                    .get("workId")
                    .asString();
            ledger.acknowledged(Kind.WORK, work);
            long limit = System.nanoTime() + 90_000_000_000L;
            while (System.nanoTime() < limit) {
                JsonNode seen = ask(() -> api.get("/api/works/" + work)).body();
                if (seen.get("state").asString().equals("DONE")) {
                    return;
                }
                if (seen.get("state").asString().equals("FAILED")) {
                    throw new IllegalStateException("work failed: " + seen);
                }
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
            }
            throw new IllegalStateException("the work " + work + " did not come to its end");
        }
    }
}
