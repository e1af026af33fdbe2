package org.civitas.identity.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.domain.Grant;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.city.CurrentCity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What system administrators have asked for and nobody has decided yet. */
@Repository
public class GrantRequestTable {

    /** A request with the account it is for. */
    public record Stored(
            UUID accountId, String login, String name, Grant present, Grant wanted, String askedBy, Instant askedAt) {}

    private static final String SELECT = """
            select g.account_id, a.login, a.name, a.role_codes as present_roles, a.scope_kind as present_scope,
                   a.area_code as present_area, a.unit_id as present_unit,
                   g.role_codes, g.scope_kind, g.area_code, g.unit_id, g.asked_by_name, g.asked_at
            from platform.grant_request g join platform.account a on a.id = g.account_id
            where a.city_code = :city
            """;

    private final JdbcClient jdbc;

    GrantRequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A later request for the same account replaces the earlier one. */
    public void put(UUID account, Grant wanted, CurrentUser by, Instant at) {
        jdbc.sql("""
                insert into platform.grant_request
                  (account_id, role_codes, scope_kind, area_code, unit_id, asked_by, asked_by_name, asked_at)
                values (:account, :roles, :scope, :area, :unit, :by, :name, :at)
                on conflict (account_id) do update set role_codes = excluded.role_codes,
                    scope_kind = excluded.scope_kind, area_code = excluded.area_code, unit_id = excluded.unit_id,
                    asked_by = excluded.asked_by, asked_by_name = excluded.asked_by_name, asked_at = excluded.asked_at
                """)
                .param("account", account)
                .param("roles", wanted.roles().toArray(String[]::new))
                .param("scope", wanted.scopeKind())
                .param("area", wanted.areaCode())
                .param("unit", wanted.unitId())
                .param("by", by.accountId())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** At most a thousand, the oldest first. */
    public List<Stored> all() {
        return jdbc.sql(SELECT + " order by g.asked_at, a.login limit 1000")
                .param("city", CurrentCity.required().value())
                .query((row, n) -> stored(row))
                .list();
    }

    public Optional<Stored> of(UUID account) {
        return some(List.of(account)).stream().findFirst();
    }

    /** What is asked for these accounts; those without a request are left out. */
    public Map<UUID, Grant> among(Collection<UUID> accounts) {
        return some(accounts).stream().collect(Collectors.toMap(Stored::accountId, Stored::wanted));
    }

    private List<Stored> some(Collection<UUID> accounts) {
        return jdbc.sql(SELECT + " and g.account_id = any(:accounts)")
                .param("city", CurrentCity.required().value())
                .param("accounts", accounts.toArray(UUID[]::new))
                .query((row, n) -> stored(row))
                .list();
    }

    public long count() {
        return jdbc.sql("""
                select count(*) from platform.grant_request g join platform.account a on a.id = g.account_id
                where a.city_code = :city and a.enabled
                """)
                .param("city", CurrentCity.required().value())
                .query(Long.class)
                .single();
    }

    public void delete(UUID account) {
        jdbc.sql("delete from platform.grant_request where account_id = :account")
                .param("account", account)
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("account_id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                new Grant(
                        AccountTable.texts(row.getArray("present_roles")),
                        row.getString("present_scope"),
                        row.getString("present_area"),
                        row.getObject("present_unit", UUID.class)),
                new Grant(
                        AccountTable.texts(row.getArray("role_codes")),
                        row.getString("scope_kind"),
                        row.getString("area_code"),
                        row.getObject("unit_id", UUID.class)),
                row.getString("asked_by_name"),
                row.getTimestamp("asked_at").toInstant());
    }
}
