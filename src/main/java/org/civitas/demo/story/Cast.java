package org.civitas.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.geography.CityMap;
import org.civitas.demo.geography.Place;

/** 人物 — the 118 units and 61 accounts of the city, and who acts for whom. */
public final class Cast {

    /** The unit of the story that refuses what it is given. */
    static final String REFUSING = "云川市商务局";

    private static final List<String> BUREAUS = List.of(
            "城市管理局",
            "住房和城乡建设局",
            "交通运输局",
            "公安局交警支队",
            "市场监督管理局",
            "卫生健康委员会",
            "教育局",
            "民政局",
            "文化和旅游局",
            "商务局",
            "农业农村局",
            "生态环境局",
            "水务局",
            "园林绿化中心",
            "消防救援支队",
            "政务服务和数据管理局");
    private static final Map<String, String> COMPETENT = Map.ofEntries(
            Map.entry("干道", "城市管理局"),
            Map.entry("商业街", "商务局"),
            Map.entry("背街", "住房和城乡建设局"),
            Map.entry("路口", "公安局交警支队"),
            Map.entry("小区", "住房和城乡建设局"),
            Map.entry("社区", "民政局"),
            Map.entry("实践站", "文化和旅游局"),
            Map.entry("行政村", "农业农村局"),
            Map.entry("市场", "市场监督管理局"),
            Map.entry("商超", "商务局"),
            Map.entry("餐饮", "市场监督管理局"),
            Map.entry("公园", "园林绿化中心"),
            Map.entry("河道", "水务局"),
            Map.entry("医院", "卫生健康委员会"),
            Map.entry("学校", "教育局"),
            Map.entry("场馆", "文化和旅游局"),
            Map.entry("政务", "政务服务和数据管理局"),
            Map.entry("客运站", "交通运输局"),
            Map.entry("公交站", "交通运输局"),
            Map.entry("公交车", "交通运输局"),
            Map.entry("公厕", "城市管理局"),
            Map.entry("工地", "住房和城乡建设局"),
            Map.entry("热线", "政务服务和数据管理局"),
            Map.entry("城乡结合部", "城市管理局"),
            Map.entry("楼道", "住房和城乡建设局"),
            Map.entry("消防通道", "消防救援支队"),
            Map.entry("养老站", "民政局"),
            Map.entry("药店", "市场监督管理局"),
            Map.entry("宾馆", "文化和旅游局"),
            Map.entry("营业厅", "政务服务和数据管理局"),
            Map.entry("校园周边", "教育局"),
            Map.entry("少年宫", "教育局"),
            Map.entry("网吧", "文化和旅游局"),
            Map.entry("影剧院", "文化和旅游局"),
            Map.entry("景区", "文化和旅游局"),
            Map.entry("转运站", "城市管理局"),
            Map.entry("停车场", "城市管理局"),
            Map.entry("快递点", "交通运输局"));

    private final Draw draw;
    private final Names names;
    private final Instant founded;
    private final List<StoryUnit> units = new ArrayList<>();
    private final List<StoryAccount> accounts = new ArrayList<>();
    private final Map<String, StoryUnit> byCode = new HashMap<>();
    private final Map<UUID, Actor> actors = new HashMap<>();
    private final Map<String, List<Actor>> byRole = new HashMap<>();

    public Cast(Draw draw, CityMap map, Instant founded) {
        this.draw = draw;
        this.names = new Names(draw.branch("names"));
        this.founded = founded;
        for (int i = 0; i < BUREAUS.size(); i++) {
            unit(String.format("YCB%02d", i + 1), "云川市" + BUREAUS.get(i), true, CityMap.ROOT, null);
        }
        map.ofLevel(2).forEach(place -> unit(place.code(), place.name() + "人民政府", false, place.code(), null));
        for (Place street : map.ofLevel(3)) {
            String office = street.name().endsWith("街道") ? "办事处" : "人民政府";
            unit(
                    street.code(),
                    street.name() + office,
                    false,
                    street.code(),
                    idOf(street.code().substring(0, 6)));
        }
        List<Place> communities = map.ofLevel(4).stream()
                .filter(place -> place.code().endsWith("001001"))
                .toList();
        communities.forEach(place -> unit(
                place.code(),
                place.name() + "居民委员会",
                false,
                place.code(),
                idOf(place.code().substring(0, 9))));
        people(communities);
    }

    private void unit(
            String code, String name, boolean bureau, String area, @org.jspecify.annotations.Nullable UUID parent) {
        StoryUnit unit = new StoryUnit(draw.id(founded), code, name, bureau, area, parent);
        units.add(unit);
        byCode.put(code, unit);
    }

    private UUID idOf(String code) {
        return Objects.requireNonNull(byCode.get(code)).id();
    }

    private void people(List<Place> communities) {
        account("admin", "ADMINISTRATOR", "CITY", CityMap.ROOT, null);
        account("audit", "AUDITOR", "CITY", CityMap.ROOT, null);
        for (int i = 1; i <= 5; i++) {
            account("office" + i, "CITY_OFFICE", "CITY", CityMap.ROOT, null);
        }
        List<StoryUnit> counties = units.subList(16, 22);
        for (int i = 1; i <= 6; i++) {
            StoryUnit county = counties.get(i - 1);
            account("county" + i, "COUNTY_OFFICE", "AREA", county.areaCode(), county.id());
        }
        for (int i = 1; i <= 10; i++) {
            account("inspector" + i, "INSPECTOR", "CITY", CityMap.ROOT, null);
        }
        for (int i = 1; i <= 12; i++) {
            account(
                    "unit" + i,
                    "UNIT_HANDLER",
                    "UNIT",
                    CityMap.ROOT,
                    units.get(i - 1).id());
        }
        for (int i = 1; i <= 4; i++) {
            account(
                    "leader" + i,
                    "UNIT_LEADER",
                    "UNIT",
                    CityMap.ROOT,
                    units.get(i - 1).id());
        }
        for (int i = 1; i <= 12; i++) {
            StoryUnit street = territory(counties.get((i - 1) / 2).code() + (i % 2 == 1 ? "001" : "002"));
            account("street" + i, "STREET_OFFICER", "AREA", street.areaCode(), street.id());
        }
        for (int i = 1; i <= communities.size(); i++) {
            String code = communities.get(i - 1).code();
            account("community" + i, "COMMUNITY_OFFICER", "AREA", code, idOf(code));
        }
        for (int i = 1; i <= 3; i++) {
            account("cover" + i, "COVERING_LEADER", "AREA", counties.get(i - 1).areaCode(), null);
        }
        account("security", "SECURITY_OFFICER", "CITY", CityMap.ROOT, null);
    }

    private void account(
            String login, String role, String scope, String area, @org.jspecify.annotations.Nullable UUID unit) {
        StoryAccount account = new StoryAccount(draw.id(founded), login, names.next(), role, scope, area, unit);
        accounts.add(account);
        if (unit != null && !role.equals("UNIT_LEADER")) {
            actors.put(unit, new Actor(account.id(), account.name(), unit));
        }
    }

    public List<StoryUnit> units() {
        return List.copyOf(units);
    }

    public List<StoryAccount> accounts() {
        return List.copyOf(accounts);
    }

    /** The accounts of one role as actors for nobody but the office. */
    public List<Actor> withRole(String role) {
        return byRole.computeIfAbsent(
                role,
                wanted -> accounts.stream()
                        .filter(account -> account.role().equals(wanted))
                        .map(account -> new Actor(account.id(), account.name(), null))
                        .toList());
    }

    /** Who handles cases for that unit; one without an account still has a person who signs. */
    Actor handler(UUID unit) {
        return actors.computeIfAbsent(
                unit, id -> new Actor(draw.branch(id.toString()).id(founded), names.next(), id));
    }

    /** The bureau that is competent for a type of site. */
    public StoryUnit competent(String siteType) {
        return bureau(Objects.requireNonNull(COMPETENT.get(siteType)));
    }

    /** An invented name, for those who hold a duty but have no account. */
    public String person(Draw own) {
        return Names.any(own);
    }

    /** All types of sites that have a competent bureau. */
    public List<String> siteTypes() {
        return COMPETENT.keySet().stream().sorted().toList();
    }

    StoryUnit bureau(String name) {
        return units.get(BUREAUS.indexOf(name));
    }

    /** The bureau for a type of case that belongs to one bureau wherever it is found, else the site's. */
    StoryUnit competent(String siteType, String caseType) {
        if (caseType.contains("消防") || caseType.contains("安全出口")) {
            return bureau("消防救援支队");
        }
        if (caseType.contains("交通") || caseType.contains("动车")) {
            return bureau("公安局交警支队");
        }
        if (caseType.contains("油烟") || caseType.contains("噪声") || caseType.contains("扬尘") || caseType.contains("扰民")) {
            return bureau("生态环境局");
        }
        return caseType.contains("小广告") || caseType.contains("占道") ? bureau("城市管理局") : competent(siteType);
    }

    /** The government of a county or the office of a street. */
    public StoryUnit territory(String areaCode) {
        return Objects.requireNonNull(byCode.get(areaCode));
    }
}
