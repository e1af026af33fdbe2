package org.civitas.territory.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.domain.Extent;

/**
 * 统计区划目录 — the published area trees that ship with the product (13 cities of Jiangsu, 2023-06-30).
 *
 * <p>Source and licence stand beside the files under {@code resources/territory}.
 */
public final class AreaCatalogue {

    /** 目录条目 — one published area. */
    public record Entry(String code, String name) {}

    /** The cities to choose from, in the order of their codes. */
    public List<Entry> cities() {
        return read(line -> line.indexOf(',') == AreaLevel.CITY.digits());
    }

    /** The city and all that lies in it, each area after the one it lies in; empty for an unknown city. */
    public List<Entry> treeOf(String cityCode) {
        return cityCode.length() == AreaLevel.CITY.digits() ? read(line -> line.startsWith(cityCode)) : List.of();
    }

    /** The rough rectangle of a city, for the check of positions before its boundary is loaded. */
    public Optional<Extent> extentOf(String cityCode) {
        return lines("jiangsu-extents.csv", in -> in).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(cityCode))
                .map(cells -> new Extent(
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4])))
                .findFirst();
    }

    /** The file is sorted by code, and a child's code starts with its parent's: so parents come first. */
    private static List<Entry> read(Predicate<String> wanted) {
        return lines("jiangsu-areas.csv.gz", AreaCatalogue::unzipped).stream()
                .filter(wanted)
                .map(line -> line.split(",", 2))
                .map(cells -> new Entry(cells[0], cells[1]))
                .toList();
    }

    private static List<String> lines(String file, Function<InputStream, InputStream> opened) {
        InputStream found = AreaCatalogue.class.getResourceAsStream("/territory/" + file);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(opened.apply(Objects.requireNonNull(found, file)), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(reader.lines().toList());
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unzipped(InputStream in) {
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
