package org.civitas.identity.web;

import java.util.List;
import org.civitas.identity.application.OpenSession;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.identity.web.SessionView.CityName;
import org.civitas.identity.web.SessionView.RoleName;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.SessionAccounts;
import org.civitas.platform.access.SignedIn;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.SessionCookie;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the browser is told of a session. */
@Component
class SessionViews {

    private final SessionAccounts sessions;
    private final AccountTable table;
    private final RoleTable roles;
    private final Cities cities;
    private final Units units;
    private final Areas areas;

    SessionViews(
            SessionAccounts sessions, AccountTable table, RoleTable roles, Cities cities, Units units, Areas areas) {
        this.sessions = sessions;
        this.table = table;
        this.roles = roles;
        this.cities = cities;
        this.units = units;
        this.areas = areas;
    }

    /** The answer to a log-in: the session in a cookie, and who it is. */
    ResponseEntity<SessionView> opened(OpenSession.Opened opened, boolean secure) {
        SignedIn signedIn = sessions.byToken(opened.token()).orElseThrow();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.of(opened.token(), opened.life(), secure).toString())
                .header(HttpHeaders.SET_COOKIE, ChallengeCookie.gone().toString())
                .body(view(signedIn));
    }

    SessionView view(SignedIn signedIn) {
        return CurrentCity.call(signedIn.getPrincipal().city(), () -> viewInCity(signedIn));
    }

    private SessionView viewInCity(SignedIn signedIn) {
        CurrentUser user = signedIn.getPrincipal();
        AccountTable.Stored account = table.byId(user.accountId()).orElseThrow(() -> new NotFound("账号"));
        List<RoleName> names = roles.all().stream()
                .filter(role -> user.roles().contains(role.code()))
                .map(role -> new RoleName(role.code(), role.name()))
                .toList();
        Cities.City city = cities.byCode(user.city()).orElseThrow();
        return new SessionView(
                user.accountId(),
                account.login(),
                user.name(),
                names,
                user.permissions().stream()
                        .filter(user::may)
                        .map(Enum::name)
                        .sorted()
                        .toList(),
                new CityName(city.code().value(), city.name()),
                user.unitId(),
                user.unitId() == null
                        ? null
                        : units.byId(user.unitId()).map(Unit::name).orElse(null),
                user.scope().areaCode(),
                areas.byCode(user.scope().areaCode()).map(Area::name).orElse(null),
                scopeName(user.scope()),
                signedIn.obligation() == null ? null : signedIn.obligation().name());
    }

    private static String scopeName(DataScope scope) {
        return switch (scope) {
            case DataScope.City c -> "CITY";
            case DataScope.Area a -> "AREA";
            case DataScope.Unit u -> "UNIT";
            case DataScope.Own o -> "OWN";
        };
    }
}
