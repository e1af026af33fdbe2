package org.civitas.site.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.site.Site;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The names behind the codes of sites, asked once for a whole list. */
@Component
public class SiteNames {

    /** 名称对照 — names by code and id; what is unknown is shown by its code. */
    public record Book(Map<String, String> types, Map<String, Area> areas, Map<UUID, Unit> units) {

        public String type(String code) {
            return types.getOrDefault(code, code);
        }

        public String areaPath(String code) {
            Area area = areas.get(code);
            return area == null ? code : area.path();
        }

        public @Nullable String unit(@Nullable UUID id) {
            Unit unit = id == null ? null : units.get(id);
            return unit == null ? null : unit.name();
        }
    }

    private final SiteTypes types;
    private final Areas areas;
    private final Units units;

    SiteNames(SiteTypes types, Areas areas, Units units) {
        this.types = types;
        this.areas = areas;
        this.units = units;
    }

    public Book of(Collection<Site> sites) {
        List<UUID> unitIds = sites.stream()
                .flatMap(s -> Stream.of(s.departmentUnitId(), s.territorialUnitId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> codes = sites.stream().map(Site::areaCode).distinct().toList();
        return new Book(
                types.all().stream().collect(Collectors.toMap(SiteType::code, SiteType::name)),
                areas.byCodes(codes),
                units.byIds(unitIds));
    }
}
