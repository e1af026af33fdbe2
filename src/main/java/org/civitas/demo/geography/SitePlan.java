package org.civitas.demo.geography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.civitas.demo.chance.Draw;
import org.locationtech.jts.geom.Coordinate;

/** Puts the sites on the map: each type where one would look for it. */
public final class SitePlan {

    private final Draw draw;
    private final CityMap map;
    private final Locator locator;
    private final SiteNames names;
    private final Map<String, Place> byCode;
    private final List<Spot> spots = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    public SitePlan(Draw draw, CityMap map) {
        this.draw = draw;
        this.map = map;
        this.locator = new Locator(map.ofLevel(4));
        this.byCode = map.byCode();
        this.names = new SiteNames(draw.branch("names"), byCode);
    }

    /** 1,200 sites of 38 types. */
    public List<Spot> spots() {
        streets();
        homes();
        inCommunities("市场", 50, true, names::market);
        inCommunities("商超", 35, true, names::shop);
        inCommunities("餐饮", 40, true, names::eatery);
        inCommunities("药店", 25, true, names::chemist);
        inCommunities("宾馆", 20, true, names::hotel);
        inCommunities("营业厅", 25, true, names::counter);
        inStreets("政务", 14, names::hall);
        inCommunities("医院", 28, true, names::hospital);
        inCommunities("学校", 45, true, names::school);
        besideSchools(30);
        inCommunities("少年宫", 10, true, names::youthCentre);
        inCommunities("网吧", 15, true, names::netCafe);
        inCommunities("场馆", 15, true, names::venue);
        inCommunities("影剧院", 10, true, names::cinema);
        inCommunities("景区", 8, false, names::scenery);
        inCommunities("公园", 35, true, names::park);
        rivers(22);
        inCommunities("客运站", 8, true, names::station);
        inCommunities("停车场", 22, true, names::carPark);
        inCommunities("快递点", 25, true, names::parcels);
        inCommunities("工地", 22, true, names::works);
        hotlines();
        return List.copyOf(spots);
    }

    private void streets() {
        onRoads("干道", 60, 3, names::stretch);
        onRoads("商业街", 30, 2, names::mall);
        lanes(75);
        crossings(70);
        onRoads("公交站", 30, 3, road -> names.stop(road));
        onRoads("公交车", 10, 2, road -> names.line());
        onRoads("公厕", 30, 3, road -> road.name() + "公共厕所");
    }

    private void homes() {
        inCommunities("小区", 100, true, names::estate);
        inCommunities("楼道", 50, true, names::stairwell);
        inCommunities("消防通道", 25, true, place -> names.estate(place) + "消防车通道");
        inCommunities("社区", 65, true, place -> place.name() + "综合服务中心");
        inStreets("实践站", 45, place -> place.name() + "新时代文明实践所");
        inCommunities("行政村", 40, false, Place::name);
        inCommunities("城乡结合部", 25, false, place -> place.name() + "城乡结合部片区");
        inCommunities("养老站", 25, true, names::careStation);
        inStreets("转运站", 10, place -> place.name() + "生活垃圾转运站");
    }

    private boolean add(String type, String name, Coordinate kilometres, String address) {
        return put(type, name, Ground.degrees(kilometres), address);
    }

    /** False where no community is, and when the name is taken. */
    private boolean put(String type, String name, Coordinate at, String address) {
        Place community = locator.at(at);
        if (community == null || !taken.add(name)) {
            return false;
        }
        String where = map.county(community.code()).name()
                + Objects.requireNonNull(byCode.get(community.code().substring(0, 9)))
                        .name()
                + address;
        spots.add(new Spot(code(community.code()), type, name, where, community.code(), at));
        return true;
    }

    /** The next free code of the county. */
    private String code(String community) {
        String county = community.substring(4, 6);
        return "YC" + county + String.format("%04d", numbers.merge(county, 1, Integer::sum));
    }

    private void onRoads(String type, int count, int worstRank, Function<Road, String> name) {
        List<Road> roads = map.roads().roads().stream()
                .filter(road -> road.rank() >= 2
                        && road.rank() <= worstRank
                        && !road.name().endsWith("公路"))
                .toList();
        int made = 0;
        while (made < count) {
            Road road = draw.pick(roads);
            int leg = draw.below(road.track().size() - 1);
            Coordinate at = along(road.track().get(leg), road.track().get(leg + 1), draw.between(0.2, 0.8), 0.012);
            made += add(type, name.apply(road), at, road.name() + draw.whole(1, 320) + "号旁") ? 1 : 0;
        }
    }

    private void lanes(int count) {
        List<Road> lanes = draw.shuffled(
                map.roads().roads().stream().filter(road -> road.rank() == 4).toList());
        for (Road lane : lanes.subList(0, Math.min(count, lanes.size()))) {
            add("背街", lane.name(), along(lane.track().getFirst(), lane.track().get(1), 0.5, 0), lane.name());
        }
        while (spots.stream().filter(spot -> spot.type().equals("背街")).count() < count) {
            Road lane = draw.pick(lanes);
            String name = lane.name() + draw.pick("一巷", "二巷", "三巷", "支巷");
            add("背街", name, along(lane.track().getFirst(), lane.track().get(1), draw.unit(), 0.05), name);
        }
    }

    private void crossings(int count) {
        int made = 0;
        for (Junction junction : draw.shuffled(map.roads().junctions())) {
            if (made < count && (junction.rank() <= 2 || draw.chance(0.3))) {
                made += add("路口", junction.name(), junction.at(), junction.name()) ? 1 : 0;
            }
        }
    }

    private void inCommunities(String type, int count, boolean urban, Function<Place, String> name) {
        List<Place> communities =
                map.ofLevel(4).stream().filter(place -> place.urban() == urban).toList();
        int made = 0;
        while (made < count) {
            Place place = draw.pick(communities);
            boolean middle = Math.hypot(place.seat().x, place.seat().y) < 9;
            if (!urban || middle || draw.chance(0.45)) {
                Coordinate at = new Coordinate(
                        place.seat().x + draw.between(-0.12, 0.12), place.seat().y + draw.between(-0.12, 0.12));
                made += add(type, name.apply(place), at, names.address(place)) ? 1 : 0;
            }
        }
    }

    /** The surroundings of that many of the schools, each where its school is. */
    private void besideSchools(int count) {
        List<Spot> schools =
                spots.stream().filter(spot -> spot.type().equals("学校")).toList();
        for (Spot school : schools.subList(0, Math.min(count, schools.size()))) {
            spots.add(new Spot(
                    code(school.areaCode()),
                    "校园周边",
                    school.name() + "周边",
                    school.address(),
                    school.areaCode(),
                    school.at()));
        }
    }

    private void inStreets(String type, int count, Function<Place, String> name) {
        int made = 0;
        for (Place street : draw.shuffled(map.ofLevel(3))) {
            if (made < count) {
                Coordinate at = new Coordinate(
                        street.seat().x + draw.between(-0.1, 0.1), street.seat().y + draw.between(-0.1, 0.1));
                made += add(type, name.apply(street), at, "府前街" + draw.whole(1, 60) + "号") ? 1 : 0;
            }
        }
    }

    private void rivers(int count) {
        int made = 0;
        while (made < count) {
            Water river = draw.pick(map.waters());
            Coordinate[] bank = river.shape().getCoordinates();
            Coordinate at = bank[draw.below(bank.length)];
            Place community = locator.at(at);
            if (community != null) {
                String name = river.name() + community.name().replaceAll("(社区|村)$", "") + "段";
                made += put("河道", name, at, river.name() + "岸边") ? 1 : 0;
            }
        }
    }

    private void hotlines() {
        for (String name : List.of("政务服务便民热线", "消费维权热线", "供水服务热线", "供电服务热线", "燃气服务热线", "法律服务热线")) {
            add("热线", name, new Coordinate(draw.between(0.1, 0.4), draw.between(0.1, 0.4)), "云川大道1号（座席所在地）");
        }
    }

    private static Coordinate along(Coordinate from, Coordinate to, double share, double aside) {
        double length = Math.max(from.distance(to), 1e-6);
        double dx = (to.x - from.x) / length;
        double dy = (to.y - from.y) / length;
        return new Coordinate(
                from.x + (to.x - from.x) * share - dy * aside, from.y + (to.y - from.y) * share + dx * aside);
    }
}
