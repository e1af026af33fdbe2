package org.civitas.platform.xlsx;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CityCode;
import org.jspecify.annotations.Nullable;

/** Who asked for an import, with the rights of that moment, as the work keeps it. */
record ImportAsker(
        UUID account,
        String name,
        String city,
        List<String> roles,
        List<String> permissions,
        @Nullable UUID unit,
        String scope,
        String area,
        @Nullable UUID scopeUnit) {

    static ImportAsker of(CurrentUser user) {
        return new ImportAsker(
                user.accountId(),
                user.name(),
                user.city().value(),
                List.copyOf(user.roles()),
                user.permissions().stream().map(Enum::name).toList(),
                user.unitId(),
                switch (user.scope()) {
                    case DataScope.City city -> "CITY";
                    case DataScope.Area area -> "AREA";
                    case DataScope.Unit unit -> "UNIT";
                    case DataScope.Own own -> "OWN";
                },
                user.scope().areaCode(),
                user.scope() instanceof DataScope.Unit own ? own.unitId() : null);
    }

    CurrentUser user() {
        DataScope reach = switch (scope) {
            case "CITY" -> new DataScope.City(area);
            case "AREA" -> new DataScope.Area(area);
            case "UNIT" -> new DataScope.Unit(Objects.requireNonNull(scopeUnit), area);
            default -> new DataScope.Own(account, area);
        };
        return new CurrentUser(
                account,
                name,
                new CityCode(city),
                Set.copyOf(roles),
                permissions.stream().map(Permission::valueOf).collect(Collectors.toUnmodifiableSet()),
                unit,
                reach);
    }
}
