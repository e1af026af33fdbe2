package org.civitas.site.application;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.site.Site;
import org.civitas.site.UnitSites;
import org.civitas.site.application.SiteScopes.Reach;
import org.civitas.site.persistence.SiteRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the sites of a unit within what the asker sees: both are reaches, and a site must lie in both. */
@Component
class SitesOfUnits implements UnitSites {

    private static final int STEP = 1_000;
    private static final String FROM = " from site s where s.state = 'ACTIVE' and " + SiteScopes.CONDITION + " and ("
            + SiteScopes.CONDITION.replaceAll(":(scope|by_unit)", ":of_$1") + ")";

    private final JdbcClient jdbc;
    private final SiteScopes scopes;
    private final SiteNames names;

    SitesOfUnits(JdbcClient jdbc, SiteScopes scopes, SiteNames names) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.names = names;
    }

    @Override
    public long count(UUID unitId, DataScope asker) {
        return bound("select count(*)" + FROM, scopes.of(asker), reach(unitId, asker))
                .query(Long.class)
                .single();
    }

    @Override
    public Slice<Line> page(UUID unitId, DataScope asker, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after, 1);
        Reach unit = reach(unitId, asker);
        List<Site> rows = rows(scopes.of(asker), unit, cursor == null ? "" : cursor.key(0), limit + 1);
        Slice<Site> slice =
                Slice.of(rows, limit, site -> Cursor.of(site.code()), cursor == null ? count(unitId, asker) : null);
        return new Slice<>(lines(slice.items(), unit), slice.next(), slice.total());
    }

    @Override
    public void forEach(UUID unitId, DataScope asker, Consumer<Line> receiver) {
        Reach mine = scopes.of(asker);
        Reach unit = reach(unitId, asker);
        String after = "";
        List<Site> rows;
        do {
            rows = rows(mine, unit, after, STEP);
            lines(rows, unit).forEach(receiver);
            after = rows.isEmpty() ? "" : rows.getLast().code();
        } while (rows.size() == STEP);
    }

    private Reach reach(UUID unitId, DataScope asker) {
        return scopes.of(new DataScope.Unit(unitId, root(asker)));
    }

    /** The unit's sites may lie anywhere in the city; the asker's own reach cuts them. */
    private static String root(DataScope asker) {
        return asker.areaCode().substring(0, Math.min(4, asker.areaCode().length()));
    }

    private List<Site> rows(Reach asker, Reach unit, String after, int limit) {
        return bound(
                        "select " + SiteRows.COLUMNS + FROM + " and s.code > :after order by s.code limit :limit",
                        asker,
                        unit)
                .param("after", after)
                .param("limit", limit)
                .query(SiteRows::site)
                .list();
    }

    private StatementSpec bound(String sql, Reach asker, Reach unit) {
        return unit.bind(asker.bind(jdbc.sql(sql), ""), "of_");
    }

    private List<Line> lines(List<Site> sites, Reach unit) {
        SiteNames.Book book = names.of(sites);
        return sites.stream()
                .map(site -> new Line(
                        site.id(),
                        site.code(),
                        site.name(),
                        site.typeCode(),
                        book.type(site.typeCode()),
                        site.areaCode(),
                        book.areaPath(site.areaCode()),
                        site.address(),
                        site.personInCharge(),
                        unit.ground(site)))
                .toList();
    }
}
