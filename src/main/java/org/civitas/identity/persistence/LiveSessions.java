package org.civitas.identity.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.domain.SignInRules;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CityCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who stands behind a session, with everything a request must know of the account: one indexed statement. */
@Repository
public class LiveSessions {

    /**
     * A live session.
     *
     * @param secondFactorOwed a role requires one and none is set up
     * @param passwordOwed the password was given by an administrator, and the session was opened with it
     */
    public record Found(
            UUID sessionId,
            Instant idleUntil,
            boolean withPassword,
            boolean passwordOwed,
            Instant passwordSetAt,
            boolean secondFactorOwed,
            SignInRules rules,
            CurrentUser user) {}

    private static final String BY_TOKEN = """
            select a.id, a.name, a.city_code, a.role_codes, a.scope_kind, a.area_code, a.unit_id,
                   array(select distinct p from platform.role r
                         left join platform.city_role c on c.role_code = r.code and c.city_code = a.city_code
                         cross join unnest(coalesce(c.permissions, r.permissions)) p
                         where r.code = any(a.role_codes)) as permissions,
                   exists(select 1 from platform.city_role c
                          where c.city_code = a.city_code and c.role_code = any(a.role_codes) and c.second_factor)
                   and not exists(select 1 from platform.second_factor f
                                  where f.account_id = a.id and f.confirmed_at is not null) as second_factor_owed,
                   s.id as session_id, s.idle_until, s.opened_by = 'PASSWORD' as with_password,
                   a.password_change_needed, coalesce(a.password_set_at, a.created_at) as password_set_at,
                   g.password_days, g.idle_minutes, g.life_hours
            from platform.session s join platform.account a on a.id = s.account_id
            left join platform.identity_setting g on g.city_code = a.city_code
            where s.token_hash = :hash and s.expires_at > :now and s.idle_until > :now and a.enabled
            """;

    private static final Set<String> KNOWN =
            Arrays.stream(Permission.values()).map(Enum::name).collect(Collectors.toSet());

    private final JdbcClient jdbc;

    LiveSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Found> byToken(byte[] tokenHash, Instant now) {
        return jdbc.sql(BY_TOKEN)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Found(
                        row.getObject("session_id", UUID.class),
                        row.getTimestamp("idle_until").toInstant(),
                        row.getBoolean("with_password"),
                        row.getBoolean("password_change_needed"),
                        row.getTimestamp("password_set_at").toInstant(),
                        row.getBoolean("second_factor_owed"),
                        rules(row),
                        user(row)))
                .optional();
    }

    private static SignInRules rules(ResultSet row) throws SQLException {
        return row.getObject("life_hours") == null
                ? SignInRules.USUAL
                : new SignInRules(row.getInt("password_days"), row.getInt("idle_minutes"), row.getInt("life_hours"));
    }

    private static CurrentUser user(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID unit = row.getObject("unit_id", UUID.class);
        return new CurrentUser(
                id,
                row.getString("name"),
                new CityCode(row.getString("city_code")),
                Set.copyOf(AccountTable.texts(row.getArray("role_codes"))),
                permissions(AccountTable.texts(row.getArray("permissions"))),
                unit,
                scope(row.getString("scope_kind"), id, unit, row.getString("area_code")));
    }

    private static DataScope scope(String kind, UUID account, @Nullable UUID unit, String area) {
        return switch (kind) {
            case "CITY" -> new DataScope.City(area);
            case "AREA" -> new DataScope.Area(area);
            case "UNIT" -> new DataScope.Unit(Objects.requireNonNull(unit), area);
            default -> new DataScope.Own(account, area);
        };
    }

    /** Permissions by name; a name that this version does not know is left out. */
    static Set<Permission> permissions(List<String> names) {
        return names.stream()
                .filter(KNOWN::contains)
                .map(Permission::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
