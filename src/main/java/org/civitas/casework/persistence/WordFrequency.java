package org.civitas.casework.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases hold a word, as the statistics of the database say: costs a plan, reads nothing. */
@Component
class WordFrequency {

    /** Above this many hits the newest ones are found faster by going back in time. */
    private static final long FREQUENT = 5_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final JdbcClient jdbc;

    WordFrequency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether even the rarest word of a query for {@code to_tsquery} is in very many cases. */
    boolean isFrequent(String query) {
        List<String> parts = new ArrayList<>();
        Map<String, Object> params = new LinkedHashMap<>();
        Matcher words = WORD.matcher(query.replace(":*", ""));
        while (words.find()) {
            String name = "word" + params.size();
            params.put(name, words.group());
            parts.add("select 1 from case_file where search @@ to_tsquery('simple', :" + name + ")");
        }
        if (parts.isEmpty()) {
            return false;
        }
        String plan = jdbc.sql("explain (format json) " + String.join(" union all ", parts))
                .params(params)
                .query(String.class)
                .single();
        return rarest(plan, parts.size()) > FREQUENT;
    }

    /** The least of the estimates of the scans; the node above them adds them up and is never the least. */
    private static long rarest(String plan, int scans) {
        Matcher rows = ROWS.matcher(plan);
        long least = Long.MAX_VALUE;
        while (rows.find()) {
            least = Math.min(least, Long.parseLong(rows.group(1)));
        }
        return scans == 0 ? 0 : least;
    }
}
