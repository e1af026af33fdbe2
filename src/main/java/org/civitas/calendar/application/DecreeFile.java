package org.civitas.calendar.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.civitas.calendar.HolidayDecree;
import org.civitas.shared.RuleViolation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a yearly holiday file in the format of holiday-cn: {@code year}, {@code papers}, {@code days}. */
public final class DecreeFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FIRST_BUNDLED = 2020;
    private static final int LAST_BUNDLED = 2026;

    private DecreeFile() {}

    /** The decrees that come with the product. */
    public static List<HolidayDecree> bundled() {
        return IntStream.rangeClosed(FIRST_BUNDLED, LAST_BUNDLED)
                .mapToObj(DecreeFile::bundled)
                .toList();
    }

    private static HolidayDecree bundled(int year) {
        try (InputStream file = DecreeFile.class.getResourceAsStream("/calendar/" + year + ".json")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HolidayDecree read(String json) {
        JsonNode root = parse(json);
        int year = root.path("year").asInt(0);
        if (year < 2000 || year > 2100) {
            throw new RuleViolation("calendar.decree.year", "文件里没有正确的年份（year 应在 2000 到 2100 之间）。");
        }
        List<HolidayDecree.Day> days = new ArrayList<>();
        for (JsonNode day : root.path("days")) {
            days.add(day(day, days.size() + 1));
        }
        if (days.isEmpty()) {
            throw new RuleViolation("calendar.decree.empty", year + " 年的文件里没有任何日期（days）。");
        }
        List<String> papers = new ArrayList<>();
        root.path("papers").forEach(paper -> papers.add(paper.asString("")));
        return new HolidayDecree(year, papers, days);
    }

    private static HolidayDecree.Day day(JsonNode day, int row) {
        if (!day.path("isOffDay").isBoolean()) {
            throw new RuleViolation("calendar.decree.day", "第 " + row + " 个日期没有说明是否休息（isOffDay 应为 true 或 false）。");
        }
        String date = day.path("date").asString("");
        try {
            return new HolidayDecree.Day(
                    LocalDate.parse(date),
                    day.path("name").asString(""),
                    day.path("isOffDay").asBoolean());
        } catch (DateTimeParseException e) {
            throw new RuleViolation("calendar.decree.day", "第 " + row + " 个日期“" + date + "”不是 2026-01-31 这样的写法。");
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new RuleViolation("calendar.decree.not-json", "这不是节假日安排文件（应为 JSON 格式）。");
        }
    }
}
