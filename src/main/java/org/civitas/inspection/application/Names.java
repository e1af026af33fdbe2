package org.civitas.inspection.application;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.civitas.standard.SiteType;
import org.civitas.standard.SiteTypes;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Component;

/** Names of areas and site types for a list, asked for once each. */
@Component
public class Names {

    private final Areas areas;
    private final SiteTypes siteTypes;

    Names(Areas areas, SiteTypes siteTypes) {
        this.areas = areas;
        this.siteTypes = siteTypes;
    }

    /** Code → path of names without the city, such as 云东区/桥头街道; the code itself where it is unknown. */
    public Map<String, String> areaPaths(Collection<String> codes) {
        Map<String, Area> known = areas.byCodes(codes);
        return codes.stream().distinct().collect(Collectors.toMap(code -> code, code -> {
            Area area = known.get(code);
            return area == null ? code : withoutCity(area);
        }));
    }

    public String area(String code) {
        return areas.byCode(code).map(Area::name).orElse(code);
    }

    public Map<String, String> siteTypes() {
        return siteTypes.all().stream().collect(Collectors.toMap(SiteType::code, SiteType::name));
    }

    private static String withoutCity(Area area) {
        int slash = area.path().indexOf('/');
        return slash < 0 ? area.name() : area.path().substring(slash + 1);
    }
}
