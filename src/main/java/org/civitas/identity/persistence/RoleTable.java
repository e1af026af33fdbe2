package org.civitas.identity.persistence;

import java.util.List;
import org.civitas.identity.StandardRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of roles; the standard ones are entered when they are missing. */
@Repository
public class RoleTable {

    /** A role with its permissions. */
    public record Stored(String code, String name, String description, String scopeKind, List<String> permissions) {}

    private final JdbcClient jdbc;

    RoleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        for (StandardRole role : StandardRole.values()) {
            enter(role);
        }
    }

    private void enter(StandardRole role) {
        jdbc.sql("""
                insert into platform.role (code, name, description, permissions, scope_kind)
                values (:code, :name, :description, :permissions, :scope) on conflict (code) do nothing
                """)
                .param("code", role.name())
                .param("name", role.title())
                .param("description", role.description())
                .param(
                        "permissions",
                        role.permissions().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("scope", role.scopeKind())
                .update();
    }

    public List<Stored> all() {
        return jdbc.sql("select code, name, description, scope_kind, permissions from platform.role order by code")
                .query((row, n) -> new Stored(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("scope_kind"),
                        List.of((String[]) row.getArray("permissions").getArray())))
                .list();
    }
}
