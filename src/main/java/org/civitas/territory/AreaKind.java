package org.civitas.territory;

/**
 * 区划类别 — what an area is, beyond its level.
 *
 * <p>The default comes from the numbering rules of the statistics' codes; an office may set another one, for a zone
 * is often counted as a street in one city and as a district in the next.
 */
public enum AreaKind {
    CITY("市", AreaLevel.CITY),
    DISTRICT("区", AreaLevel.COUNTY),
    COUNTY("县", AreaLevel.COUNTY),
    COUNTY_LEVEL_CITY("县级市", AreaLevel.COUNTY),
    COUNTY_ZONE("功能区·开发区", AreaLevel.COUNTY),
    SUBDISTRICT("街道", AreaLevel.STREET),
    TOWN("镇", AreaLevel.STREET),
    TOWNSHIP("乡", AreaLevel.STREET),
    STREET_ZONE("开发区·园区", AreaLevel.STREET),
    FARM("农场林场", AreaLevel.STREET),
    COMMUNITY("社区", AreaLevel.COMMUNITY),
    VILLAGE("村", AreaLevel.COMMUNITY),
    ESTATE("小区", AreaLevel.GRID),
    GRID("网格", AreaLevel.GRID);

    private final String label;
    private final AreaLevel level;

    AreaKind(String label, AreaLevel level) {
        this.label = label;
        this.level = level;
    }

    public String label() {
        return label;
    }

    public AreaLevel level() {
        return level;
    }

    /** The kind that the code's numbers and the name's last words speak for. */
    public static AreaKind of(AreaCode code, String name) {
        return switch (code.level()) {
            case CITY -> CITY;
            case COUNTY -> county(number(code, 4), name);
            case STREET -> street(number(code, 6), name);
            case COMMUNITY -> community(number(code, 9), name);
            case GRID -> name.endsWith("网格") ? GRID : ESTATE;
        };
    }

    /** 71–79 are zones that only the statistics keep; they have no number in the register of districts. */
    private static AreaKind county(int number, String name) {
        if (number >= 71 && number <= 79 || name.endsWith("开发区") || name.endsWith("园区") || name.endsWith("新区管理委员会")) {
            return COUNTY_ZONE;
        }
        if (name.endsWith("县")) {
            return COUNTY;
        }
        return name.endsWith("市") ? COUNTY_LEVEL_CITY : DISTRICT;
    }

    /** 001–099 街道, 100–199 镇, 200–399 乡, from 400 what is like a street: zones and farms. */
    private static AreaKind street(int number, String name) {
        if (name.endsWith("街道")) {
            return SUBDISTRICT;
        }
        if (name.endsWith("场")) {
            return FARM;
        }
        if (number >= 400) {
            return name.endsWith("镇") ? TOWN : STREET_ZONE;
        }
        if (number >= 200) {
            return TOWNSHIP;
        }
        return number >= 100 ? TOWN : SUBDISTRICT;
    }

    /** 001–199 and 400–499 are residents' committees or alike, 200–399 and from 500 villagers' committees or alike. */
    private static AreaKind community(int number, String name) {
        if (name.endsWith("村") || name.endsWith("村委会")) {
            return VILLAGE;
        }
        return number >= 200 && number < 400 || number >= 500 ? VILLAGE : COMMUNITY;
    }

    private static int number(AreaCode code, int from) {
        return Integer.parseInt(code.value().substring(from));
    }
}
