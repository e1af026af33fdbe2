package org.civitas.identity.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.Accounts.AccountFacts;
import org.civitas.identity.NewAccount;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts, in the schema that all cities share. */
@Repository
public class AccountTable {

    /** A stored account as the log-in needs it. */
    public record Credentials(UUID id, CityCode city, String passwordHash, boolean enabled) {}

    /** A stored account as the administrator edits it. */
    public record Stored(
            UUID id,
            String login,
            String name,
            List<String> roles,
            String scopeKind,
            String areaCode,
            @Nullable UUID unitId,
            boolean enabled,
            int version) {}

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean anyone() {
        return jdbc.sql("select exists(select 1 from platform.account)")
                .query(Boolean.class)
                .single();
    }

    public boolean loginTaken(String login) {
        return jdbc.sql("select exists(select 1 from platform.account where login = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    public void insert(UUID id, NewAccount account, String hash, Instant at) {
        jdbc.sql("""
                insert into platform.account
                  (id, city_code, login, name, password_hash, role_codes, scope_kind, area_code, unit_id, created_at)
                values (:id, :city, :login, :name, :hash, :roles, :scope, :area, :unit, :at)
                """)
                .param("id", id)
                .param("city", account.city().value())
                .param("login", account.login())
                .param("name", account.name())
                .param("hash", hash)
                .param("roles", account.roles().toArray(String[]::new))
                .param("scope", account.scopeKind())
                .param("area", account.areaCode())
                .param("unit", account.unitId())
                .param("at", Timestamp.from(at))
                .update();
    }

    public Optional<Credentials> byLogin(String login) {
        return jdbc.sql("select id, city_code, password_hash, enabled from platform.account where login = :login")
                .param("login", login)
                .query((row, n) -> new Credentials(
                        row.getObject("id", UUID.class),
                        new CityCode(row.getString("city_code")),
                        row.getString("password_hash"),
                        row.getBoolean("enabled")))
                .optional();
    }

    public Optional<CurrentUser> bySession(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                select a.id, a.name, a.city_code, a.role_codes, a.scope_kind, a.area_code, a.unit_id,
                       array(select distinct p from platform.role r cross join unnest(r.permissions) p
                             where r.code = any(a.role_codes)) as permissions
                from platform.session s join platform.account a on a.id = s.account_id
                where s.token_hash = :hash and s.expires_at > :now and a.enabled
                """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, n) -> user(row))
                .optional();
    }

    public List<AccountFacts> withRole(String role) {
        return jdbc.sql("""
                select id, login, name, role_codes, area_code from platform.account
                where city_code = :city and enabled and :role = any(role_codes) order by name, login limit 1000
                """)
                .param("city", CurrentCity.required().value())
                .param("role", role)
                .query((row, n) -> facts(row))
                .list();
    }

    public List<AccountFacts> byIds(Collection<UUID> ids) {
        return jdbc.sql("""
                select id, login, name, role_codes, area_code from platform.account
                where city_code = :city and id = any(:ids)
                """)
                .param("city", CurrentCity.required().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> facts(row))
                .list();
    }

    public List<Stored> page(@Nullable String query, @Nullable String afterLogin, int size) {
        return jdbc.sql("""
                select id, login, name, role_codes, scope_kind, area_code, unit_id, enabled, version
                from platform.account
                where city_code = :city and login > :after
                  and (cast(:query as text) is null or position(:query in name) > 0 or position(:query in login) > 0)
                order by login limit :size
                """)
                .param("city", CurrentCity.required().value())
                .param("after", afterLogin == null ? "" : afterLogin)
                .param("query", query)
                .param("size", size)
                .query((row, n) -> stored(row))
                .list();
    }

    public long enabledCount() {
        return jdbc.sql("select count(*) from platform.account where city_code = :city and enabled")
                .param("city", CurrentCity.required().value())
                .query(Long.class)
                .single();
    }

    public Optional<Stored> byId(UUID id) {
        return jdbc.sql("""
                select id, login, name, role_codes, scope_kind, area_code, unit_id, enabled, version
                from platform.account where city_code = :city and id = :id
                """)
                .param("city", CurrentCity.required().value())
                .param("id", id)
                .query((row, n) -> stored(row))
                .optional();
    }

    public void update(Stored account) {
        int changed = jdbc.sql("""
                update platform.account
                set name = :name, role_codes = :roles, scope_kind = :scope, area_code = :area, unit_id = :unit,
                    enabled = :enabled, version = version + 1
                where id = :id and city_code = :city and version = :version
                """)
                .param("name", account.name())
                .param("roles", account.roles().toArray(String[]::new))
                .param("scope", account.scopeKind())
                .param("area", account.areaCode())
                .param("unit", account.unitId())
                .param("enabled", account.enabled())
                .param("id", account.id())
                .param("city", CurrentCity.required().value())
                .param("version", account.version())
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
    }

    public String passwordHash(UUID id) {
        return jdbc.sql("select password_hash from platform.account where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    public void setPassword(UUID id, String hash) {
        jdbc.sql("update platform.account set password_hash = :hash, version = version + 1 where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    private static CurrentUser user(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        String area = row.getString("area_code");
        return new CurrentUser(
                id,
                row.getString("name"),
                new CityCode(row.getString("city_code")),
                Set.copyOf(texts(row.getArray("role_codes"))),
                permissions(texts(row.getArray("permissions"))),
                unit,
                scope(row.getString("scope_kind"), id, unit, area));
    }

    private static DataScope scope(String kind, UUID account, @Nullable UUID unit, String area) {
        return switch (kind) {
            case "CITY" -> new DataScope.City(area);
            case "AREA" -> new DataScope.Area(area);
            case "UNIT" -> new DataScope.Unit(java.util.Objects.requireNonNull(unit), area);
            default -> new DataScope.Own(account, area);
        };
    }

    private static Set<Permission> permissions(List<String> names) {
        Set<String> known = Arrays.stream(Permission.values()).map(Enum::name).collect(Collectors.toSet());
        return names.stream()
                .filter(known::contains)
                .map(Permission::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    private static AccountFacts facts(ResultSet row) throws SQLException {
        return new AccountFacts(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                texts(row.getArray("role_codes")),
                row.getString("area_code"));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                texts(row.getArray("role_codes")),
                row.getString("scope_kind"),
                row.getString("area_code"),
                row.getObject("unit_id", UUID.class),
                row.getBoolean("enabled"),
                row.getInt("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
