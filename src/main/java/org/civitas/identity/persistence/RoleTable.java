package org.civitas.identity.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles: the standard ones as this version knows them, and what a city has changed of them. */
@Repository
public class RoleTable {

    /**
     * A role of the current city with its permissions.
     *
     * @param version −1 as long as the city has changed nothing
     */
    public record Stored(
            String code,
            String name,
            String description,
            String scopeKind,
            List<String> permissions,
            boolean secondFactor,
            int version) {}

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
                values (:code, :name, :description, :permissions, :scope)
                on conflict (code) do update set name = excluded.name, description = excluded.description,
                    permissions = excluded.permissions, scope_kind = excluded.scope_kind
                """)
                .param("code", role.name())
                .param("name", role.title())
                .param("description", role.description())
                .param("permissions", names(role.permissions()))
                .param("scope", role.scopeKind())
                .update();
    }

    public List<Stored> all() {
        return jdbc.sql("""
                select r.code, r.name, r.description, r.scope_kind,
                       coalesce(c.permissions, r.permissions) as permissions,
                       coalesce(c.second_factor, false) as second_factor, coalesce(c.version, -1) as version
                from platform.role r
                left join platform.city_role c on c.role_code = r.code and c.city_code = :city
                order by r.code
                """)
                .param("city", CurrentCity.required().value())
                .query((row, n) -> new Stored(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("scope_kind"),
                        AccountTable.texts(row.getArray("permissions")),
                        row.getBoolean("second_factor"),
                        row.getInt("version")))
                .list();
    }

    /** What these roles allow together in the current city. */
    public Set<Permission> together(Collection<String> roles) {
        Set<Permission> together = EnumSet.noneOf(Permission.class);
        all().stream()
                .filter(role -> roles.contains(role.code()))
                .forEach(role -> together.addAll(LiveSessions.permissions(role.permissions())));
        return together;
    }

    /** Is there an enabled account that may grant roles in the whole city? */
    public boolean anyoneGrants(CityCode city) {
        return jdbc.sql("""
                select exists(
                    select 1 from platform.account a join platform.role r on r.code = any(a.role_codes)
                    left join platform.city_role c on c.role_code = r.code and c.city_code = a.city_code
                    where a.city_code = :city and a.enabled and a.scope_kind = 'CITY'
                      and 'ROLE_GRANT' = any(coalesce(c.permissions, r.permissions)))
                """).param("city", city.value()).query(Boolean.class).single();
    }

    /** Makes changes of who may grant in a city wait for each other. */
    public void lockGrants(CityCode city) {
        jdbc.sql("select code from platform.city where code = :city for no key update")
                .param("city", city.value())
                .query(String.class)
                .optional();
    }

    /** @throws StaleVersion if somebody else changed the role meanwhile */
    public void change(String code, Set<Permission> permissions, boolean secondFactor, int version, Instant at) {
        int changed = jdbc.sql(version < 0 ? """
                        insert into platform.city_role (city_code, role_code, permissions, second_factor, changed_at)
                        values (:city, :role, :permissions, :second, :at) on conflict do nothing
                        """ : """
                        update platform.city_role set permissions = :permissions, second_factor = :second,
                               changed_at = :at, version = version + 1
                        where city_code = :city and role_code = :role and version = :version
                        """)
                .param("city", CurrentCity.required().value())
                .param("role", code)
                .param("permissions", names(permissions))
                .param("second", secondFactor)
                .param("at", Timestamp.from(at))
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
    }

    private static String[] names(Set<Permission> permissions) {
        return permissions.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
