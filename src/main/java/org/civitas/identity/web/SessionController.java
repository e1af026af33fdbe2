package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.application.ChangeAccount;
import org.civitas.identity.application.OpenSession;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.Public;
import org.civitas.platform.access.SessionAccounts;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.SessionCookie;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class SessionController {

    record SignIn(
            @NotBlank(message = "请填写账号。") String account,
            @NotBlank(message = "请填写密码。") String password) {}

    record NewPassword(
            @NotBlank(message = "请填写原密码。") String current,
            @NotBlank(message = "请填写新密码。") String password) {}

    record RoleName(String code, String name) {}

    record CityName(String code, String name) {}

    /** Who is signed in and what the pages may offer. */
    record SessionView(
            UUID accountId,
            String account,
            String name,
            List<RoleName> roles,
            List<String> permissions,
            CityName city,
            @Nullable UUID unitId,
            @Nullable String unitName,
            String areaCode,
            @Nullable String areaName,
            String scope) {}

    private final OpenSession sessions;
    private final SessionAccounts accounts;
    private final ChangeAccount changing;
    private final AccountTable table;
    private final RoleTable roles;
    private final Cities cities;
    private final Units units;
    private final Areas areas;

    SessionController(
            OpenSession sessions,
            ChangeAccount changing,
            AccountTable table,
            RoleTable roles,
            Cities cities,
            Units units,
            Areas areas) {
        this.sessions = sessions;
        this.accounts = sessions;
        this.changing = changing;
        this.table = table;
        this.roles = roles;
        this.cities = cities;
        this.units = units;
        this.areas = areas;
    }

    @Public
    @Operation(summary = "登录")
    @PostMapping("/api/session")
    ResponseEntity<SessionView> signIn(@Valid @RequestBody SignIn body, HttpServletRequest request) {
        String token = sessions.open(body.account().strip(), body.password());
        CurrentUser user = accounts.byToken(token).orElseThrow();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.of(token, OpenSession.LIFE, request.isSecure())
                                .toString())
                .body(view(user));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "当前登录的账号")
    @GetMapping("/api/session")
    SessionView current(CurrentUser user) {
        return view(user);
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "退出登录")
    @DeleteMapping("/api/session")
    ResponseEntity<Void> signOut(@CookieValue(SessionCookie.NAME) String token) {
        sessions.close(token);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone().toString())
                .build();
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "修改自己的密码")
    @PutMapping("/api/session/password")
    void changePassword(CurrentUser user, @Valid @RequestBody NewPassword body) {
        changing.changeOwnPassword(user, body.current(), body.password());
    }

    private SessionView view(CurrentUser user) {
        return CurrentCity.call(user.city(), () -> viewInCity(user));
    }

    private SessionView viewInCity(CurrentUser user) {
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
                user.permissions().stream().map(Enum::name).sorted().toList(),
                new CityName(city.code().value(), city.name()),
                user.unitId(),
                user.unitId() == null
                        ? null
                        : units.byId(user.unitId()).map(Unit::name).orElse(null),
                user.scope().areaCode(),
                areas.byCode(user.scope().areaCode()).map(Area::name).orElse(null),
                scopeName(user.scope()));
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
