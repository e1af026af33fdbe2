package org.civitas.standard.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.platform.web.StaleVersion;
import org.civitas.standard.SiteKind;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The types of sites of the city. */
@Repository
public class SiteTypeTable implements SiteTypes {

    /** A type with its version, for the optimistic lock. */
    public record Versioned(SiteType type, int version) {}

    private final JdbcClient jdbc;

    SiteTypeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SiteType> all() {
        return versioned().stream().map(Versioned::type).toList();
    }

    public List<Versioned> versioned() {
        return jdbc.sql("select code, name, kind, route, version from site_type order by ordinal, code")
                .query((row, n) -> new Versioned(
                        new SiteType(
                                row.getString("code"),
                                row.getString("name"),
                                SiteKind.valueOf(row.getString("kind")),
                                row.getString("route")),
                        row.getInt("version")))
                .list();
    }

    @Override
    public Optional<SiteType> find(String code) {
        return all().stream().filter(t -> t.code().equals(code)).findFirst();
    }

    public Map<String, SiteType> byCode() {
        return all().stream().collect(Collectors.toMap(SiteType::code, Function.identity()));
    }

    /** Adds those whose code the city does not have yet. */
    public void addMissing(List<SiteType> types) {
        for (SiteType type : types) {
            jdbc.sql("""
                            insert into site_type (code, ordinal, name, kind, route)
                            values (:code, (select coalesce(max(ordinal), 0) + 1 from site_type), :name, :kind, :route)
                            on conflict (code) do nothing
                            """)
                    .param("code", type.code())
                    .param("name", type.name())
                    .param("kind", type.kind().name())
                    .param("route", type.route())
                    .update();
        }
    }

    /** Renames a type or changes how it is walked. @throws StaleVersion when somebody was faster */
    public void change(SiteType type, int version) {
        int rows = jdbc.sql("""
                        update site_type set name = ?, kind = ?, route = ?, version = version + 1 where code = ? and version = ?
                        """)
                .params(type.name(), type.kind().name(), type.route(), type.code(), version)
                .update();
        if (rows == 0) {
            throw new StaleVersion();
        }
    }
}
