package org.civitas.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import java.util.UUID;
import org.civitas.identity.StandardRole;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.SignedIn;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Users of every role in the city of the test; they need no account row unless the test looks for it. */
public final class TestUsers {

    private TestUsers() {}

    public static CurrentUser office() {
        return cityWide(StandardRole.CITY_OFFICE);
    }

    public static CurrentUser inspector() {
        return cityWide(StandardRole.INSPECTOR);
    }

    public static CurrentUser administrator() {
        return cityWide(StandardRole.ADMINISTRATOR);
    }

    public static CurrentUser securityOfficer() {
        return cityWide(StandardRole.SECURITY_OFFICER);
    }

    public static CurrentUser auditor() {
        return cityWide(StandardRole.AUDITOR);
    }

    public static CurrentUser cityWide(StandardRole role) {
        return user(role, null, new DataScope.City(CurrentCity.required().rootArea()));
    }

    /** A role that sees one area: county office, street, community, covering leader. */
    public static CurrentUser inArea(StandardRole role, String areaCode, @Nullable UUID unitId) {
        return user(role, unitId, new DataScope.Area(areaCode));
    }

    /** A role that sees what concerns one unit. */
    public static CurrentUser ofUnit(StandardRole role, UUID unitId) {
        return user(
                role, unitId, new DataScope.Unit(unitId, CurrentCity.required().rootArea()));
    }

    /** Every permission over the whole city: no door is closed for want of one. */
    public static CurrentUser whoMayDoEverything() {
        return new CurrentUser(
                Ids.next(),
                "某人",
                CurrentCity.required(),
                Set.of("CITY_OFFICE"),
                Set.of(Permission.values()),
                null,
                new DataScope.City(CurrentCity.required().rootArea()));
    }

    private static CurrentUser user(StandardRole role, @Nullable UUID unitId, DataScope scope) {
        return new CurrentUser(
                Ids.next(),
                role.title() + "甲",
                CurrentCity.required(),
                Set.of(role.name()),
                role.permissions(),
                unitId,
                scope);
    }

    /** For MockMvc: the request comes from this user, with a CSRF token. */
    public static RequestPostProcessor as(CurrentUser user) {
        return request ->
                csrf().postProcessRequest(authentication(new SignedIn(user)).postProcessRequest(request));
    }

    /** For use cases called directly: this thread acts as the user while {@code work} runs. */
    public static void acting(CurrentUser user, Runnable work) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(user));
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
