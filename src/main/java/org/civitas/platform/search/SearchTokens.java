package org.civitas.platform.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 检索词 — turns text into words for PostgreSQL's {@code simple} text search.
 *
 * <p>Chinese has no spaces, so a run of Han characters becomes its pairs of neighbours and, last, its final character
 * ("文明创建" → "文明 明创 创建 建"); Latin letters and digits stay whole words in lower case. A query asks for the pairs
 * next to each other, so it finds exactly the run of characters that was typed, from one character up.
 *
 * <pre>{@code
 * create table site (…, search tsvector not null);
 * insert into site (…, search) values (…, to_tsvector('simple', :tokens));      -- SearchTokens.document(name, address)
 * select … from site where search @@ to_tsquery('simple', :query);              -- SearchTokens.query(words)
 * create index site_search on site using gin (search);
 * }</pre>
 */
public final class SearchTokens {

    private static final int MOST_QUERY_TOKENS = 32;
    private static final int MOST_QUERY_CHARACTERS = 100;

    private SearchTokens() {}

    /** The words of a document, for {@code to_tsvector('simple', …)}; nulls are skipped. */
    public static String document(@Nullable String... texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            for (Run run : runs(text)) {
                for (String token : run.documentTokens()) {
                    if (!out.isEmpty()) {
                        out.append(' ');
                    }
                    out.append(token);
                }
            }
        }
        return out.toString();
    }

    /**
     * The query for {@code to_tsquery('simple', …)}: words typed apart must all be there, in any order; empty when nothing
     * that can be searched was typed (then do not filter). Only letters and digits get through, so no operator does.
     */
    public static Optional<String> query(@Nullable String words) {
        if (words == null) {
            return Optional.empty();
        }
        String head = words.length() > MOST_QUERY_CHARACTERS ? words.substring(0, MOST_QUERY_CHARACTERS) : words;
        List<String> parts = new ArrayList<>();
        int tokens = 0;
        for (Run run : runs(head)) {
            List<String> wanted = run.queryTokens();
            tokens += wanted.size();
            if (tokens > MOST_QUERY_TOKENS) {
                break;
            }
            parts.add(wanted.size() == 1 ? wanted.getFirst() : "(" + String.join(" <-> ", wanted) + ")");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", parts));
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        Kind kind = Kind.NEITHER;
        for (int point :
                Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
            Kind next = Kind.of(point);
            if (next != kind && !current.isEmpty()) {
                runs.add(new Run(kind, current.toString()));
                current.setLength(0);
            }
            kind = next;
            if (next != Kind.NEITHER) {
                current.appendCodePoint(point);
            }
        }
        if (!current.isEmpty()) {
            runs.add(new Run(kind, current.toString()));
        }
        return runs;
    }

    private enum Kind {
        HAN,
        WORD,
        NEITHER;

        static Kind of(int point) {
            if (Character.isIdeographic(point)) {
                return HAN;
            }
            return Character.isLetterOrDigit(point) ? WORD : NEITHER;
        }
    }

    private record Run(Kind kind, String text) {

        List<String> documentTokens() {
            if (kind == Kind.WORD) {
                return List.of(text.toLowerCase(Locale.ROOT));
            }
            List<String> tokens = pairs();
            tokens.add(lastCharacter());
            return tokens;
        }

        List<String> queryTokens() {
            if (kind == Kind.WORD) {
                return List.of(text.toLowerCase(Locale.ROOT) + ":*");
            }
            List<String> pairs = pairs();
            return pairs.isEmpty() ? List.of(text + ":*") : pairs;
        }

        private List<String> pairs() {
            int[] points = text.codePoints().toArray();
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < points.length; i++) {
                pairs.add(new String(points, i, 2));
            }
            return pairs;
        }

        private String lastCharacter() {
            return text.substring(text.offsetByCodePoints(text.length(), -1));
        }
    }
}
