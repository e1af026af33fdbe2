package org.civitas.site.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.platform.search.SearchTokens;
import org.civitas.site.Site;
import org.civitas.site.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSites implements Sites {

    private static final String SELECT = "select " + SiteRows.COLUMNS + " from site s ";

    private final JdbcClient jdbc;

    JdbcSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Site> byId(UUID id) {
        return one("where s.id = :key", id);
    }

    @Override
    public Optional<Site> byCode(String code) {
        return one("where s.code = :key", code);
    }

    @Override
    public Optional<Site> byToken(String token) {
        return one("where s.token = :key", token);
    }

    private Optional<Site> one(String where, Object key) {
        return jdbc.sql(SELECT + where).param("key", key).query(SiteRows::site).optional();
    }

    @Override
    public Map<UUID, Site> byIds(Collection<UUID> ids) {
        return jdbc
                .sql(SELECT + "where s.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(SiteRows::site)
                .list()
                .stream()
                .collect(Collectors.toMap(Site::id, Function.identity()));
    }

    @Override
    public Map<String, Site> byCodes(Collection<String> codes) {
        return jdbc
                .sql(SELECT + "where s.code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(SiteRows::site)
                .list()
                .stream()
                .collect(Collectors.toMap(Site::code, Function.identity()));
    }

    @Override
    public List<Site> inArea(@Nullable String typeCode, String areaCode) {
        return jdbc.sql(SELECT + """
                where s.state = 'ACTIVE' and s.area_code like :area || '%' and (:type = '' or s.type_code = :type)
                order by s.id
                """)
                .param("area", areaCode)
                .param("type", typeCode == null ? "" : typeCode)
                .query(SiteRows::site)
                .list();
    }

    @Override
    public List<SiteCount> counts(String withinArea, int digits) {
        return jdbc.sql("""
                select type_code, left(area_code, :digits) as area_code, count(*) as count from site
                where state = 'ACTIVE' and area_code like :area || '%'
                group by 1, 2 order by 1, 2
                """)
                .param("digits", digits)
                .param("area", withinArea)
                .query(SiteCount.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public void forEach(String withinArea, Consumer<Site> receiver) {
        try (Stream<Site> sites = jdbc
                .sql(SELECT + "where s.area_code like :area || '%' order by s.code")
                .withFetchSize(500)
                .param("area", withinArea)
                .query(SiteRows::site)
                .stream()) {
            sites.forEach(receiver);
        }
    }

    @Override
    public List<Site> search(String words, String withinArea, int limit) {
        Optional<String> query = SearchTokens.query(words);
        if (query.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + """
                where s.state = 'ACTIVE' and s.area_code like :area || '%' and s.search @@ to_tsquery('simple', :query)
                order by s.code limit :limit
                """)
                .param("area", withinArea)
                .param("query", query.get())
                .param("limit", limit)
                .query(SiteRows::site)
                .list();
    }
}
