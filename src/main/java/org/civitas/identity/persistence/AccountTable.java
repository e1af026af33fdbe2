package org.civitas.identity.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.civitas.identity.Accounts.AccountFacts;
import org.civitas.identity.NewAccount;
import org.civitas.identity.domain.Grant;
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
    public record Credentials(UUID id, CityCode city, String login, String passwordHash, boolean enabled) {}

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
            int version) {

        public Grant grant() {
            return new Grant(roles, scopeKind, areaCode, unitId);
        }
    }

    private static final String COLUMNS =
            "id, login, name, role_codes, scope_kind, area_code, unit_id, enabled, version";

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

    /** Which of these names are taken, in any city. */
    public Set<String> taken(Collection<String> logins) {
        return Set.copyOf(jdbc.sql("select login from platform.account where login = any(:logins)")
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * @param changeNeeded whether the password must be replaced at the first log-in
     * @param passwordAt null for an account that has not been given a password yet
     */
    public void insert(
            UUID id, NewAccount account, String hash, boolean changeNeeded, @Nullable Instant passwordAt, Instant at) {
        jdbc.sql("""
                insert into platform.account
                  (id, city_code, login, name, password_hash, role_codes, scope_kind, area_code, unit_id, created_at,
                   password_set_at, password_change_needed)
                values (:id, :city, :login, :name, :hash, :roles, :scope, :area, :unit, :at, :set, :needed)
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
                .param("set", passwordAt == null ? null : Timestamp.from(passwordAt))
                .param("needed", changeNeeded)
                .update();
    }

    public Optional<Credentials> byLogin(String login) {
        return credentials("login = :login", login);
    }

    /** For the second step of a log-in, where no city is known yet. */
    public Optional<Credentials> credentialsOf(UUID id) {
        return credentials("id = :login", id);
    }

    private Optional<Credentials> credentials(String condition, Object value) {
        return jdbc.sql("select id, city_code, login, password_hash, enabled from platform.account where " + condition)
                .param("login", value)
                .query((row, n) -> new Credentials(
                        row.getObject("id", UUID.class),
                        new CityCode(row.getString("city_code")),
                        row.getString("login"),
                        row.getString("password_hash"),
                        row.getBoolean("enabled")))
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

    /** @throws StaleVersion if somebody else changed the account meanwhile */
    public void rename(UUID id, String name, boolean enabled, int version) {
        changed(jdbc.sql("""
                update platform.account set name = :name, enabled = :enabled, version = version + 1
                where id = :id and city_code = :city and version = :version
                """)
                .param("name", name)
                .param("enabled", enabled)
                .param("id", id)
                .param("city", CurrentCity.required().value())
                .param("version", version)
                .update());
    }

    public void grant(UUID id, Grant grant) {
        changed(jdbc.sql("""
                update platform.account set role_codes = :roles, scope_kind = :scope, area_code = :area,
                       unit_id = :unit, version = version + 1
                where id = :id and city_code = :city
                """)
                .param("roles", grant.roles().toArray(String[]::new))
                .param("scope", grant.scopeKind())
                .param("area", grant.areaCode())
                .param("unit", grant.unitId())
                .param("id", id)
                .param("city", CurrentCity.required().value())
                .update());
    }

    /** The roles of every account of the city that has this one. */
    public List<Stored> holding(String role) {
        return jdbc.sql("select " + COLUMNS
                        + " from platform.account where city_code = :city and :role = any(role_codes)")
                .param("city", CurrentCity.required().value())
                .param("role", role)
                .query((row, n) -> stored(row))
                .list();
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new StaleVersion();
        }
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

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
