package org.civitas.demo.geography;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.civitas.demo.chance.Draw;
import org.locationtech.jts.geom.Coordinate;

/** Lays out the roads: a grid in the town and in each county seat, a ring, a main street in each town, and roads between the towns. */
final class RoadPlan {

    private static final List<String> AVENUES = List.of(
            "云川", "人民", "建设", "解放", "和平", "滨江", "迎宾", "文化", "体育", "学府", "中心", "工业", "友谊", "新华", "胜利", "长虹", "江汉", "振兴",
            "望岭", "青渡", "翠屏", "金桂", "香樟", "白鹭", "清风", "明德", "育才", "康宁", "丰乐", "广场", "车站", "环湖", "创业", "科技", "星火", "朝阳",
            "东风", "前进", "团结", "光明", "晨曦", "翰林", "清波", "芳草", "桃园", "白云", "秋水", "南湖", "北苑");
    private static final String LANE_FIRST = "石竹井柳槐枣杏桃梅菊茶酒米布花灯鱼马车油盐铁铜银书墨钟鼓戏书文武东西南北上下大小横斜";
    private static final String LANE_LAST = "井坊桥塘园门市街墙湾栏台坡坝埠亭";

    private final Draw draw;
    private final List<Place> places;
    private final List<Road> roads = new ArrayList<>();
    private final List<Junction> junctions = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    RoadPlan(Draw draw, List<Place> places) {
        this.draw = draw;
        this.places = places;
    }

    Roads roads() {
        ring();
        grid(new Coordinate(0, 0), 17, 15, 0.88, 0.24, true);
        for (Place county :
                places.stream().filter(p -> p.level() == 2 && !p.urban()).toList()) {
            grid(county.seat(), 7, 6, 0.56, draw.between(-0.3, 0.3), false);
        }
        townStreets();
        links();
        return new Roads(List.copyOf(roads), List.copyOf(junctions));
    }

    private void add(String name, int rank, List<Coordinate> track) {
        roads.add(new Road(name, rank, track.stream().map(Ground::degrees).toList(), List.copyOf(track)));
    }

    private void ring() {
        List<Coordinate> track = new ArrayList<>();
        for (int i = 0; i <= 72; i++) {
            double turn = 2 * Math.PI * i / 72;
            double r = 9.4 * (1 + 0.06 * Math.sin(2 * turn + 1) + 0.03 * Math.sin(3 * turn));
            track.add(new Coordinate(r * Math.cos(turn), r * Math.sin(turn)));
        }
        add("绕城快速路", 1, track);
    }

    private void grid(Coordinate middle, int columns, int rows, double step, double turn, boolean town) {
        Coordinate[][] nodes = new Coordinate[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                nodes[row][column] = node(middle, columns, rows, step, turn, row, column);
            }
        }
        String[] across = names(rows, "路");
        String[] along = names(columns, town ? "大道" : "街");
        for (int row = 0; row < rows; row++) {
            line(across[row], rank(row, town), List.of(nodes[row]), middle, step * columns / 2);
        }
        for (int column = 0; column < columns; column++) {
            List<Coordinate> track = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                track.add(nodes[row][column]);
            }
            line(along[column], rank(column, town), track, middle, step * columns / 2);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (nodes[row][column].distance(middle) <= step * columns / 2) {
                    int rank = Math.min(rank(row, town), rank(column, town));
                    junctions.add(new Junction(across[row] + "与" + along[column] + "交叉口", rank, nodes[row][column]));
                }
            }
        }
        lanes(nodes, middle, step * columns / 2);
    }

    private Coordinate node(Coordinate middle, int columns, int rows, double step, double turn, int row, int column) {
        double x = (column - (columns - 1) / 2.0) * step + draw.between(-0.07, 0.07);
        double y = (row - (rows - 1) / 2.0) * step + draw.between(-0.07, 0.07);
        return new Coordinate(
                middle.x + x * Math.cos(turn) - y * Math.sin(turn), middle.y + x * Math.sin(turn) + y * Math.cos(turn));
    }

    private static int rank(int index, boolean town) {
        return index % 3 == 1 ? 2 : town || index % 2 == 0 ? 3 : 2;
    }

    private String[] names(int count, String suffix) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            String word = AVENUES.get(draw.below(AVENUES.size()));
            String full = word + (i % 3 == 1 ? suffix : suffix.equals("路") ? "路" : "街");
            for (int tries = 0; taken.contains(full); tries++) {
                word = AVENUES.get(draw.below(AVENUES.size()));
                full = word + draw.pick("东路", "西路", "南路", "北路", "中路", "一路", "二路", "三路", "新街", "老街", "正街");
            }
            taken.add(full);
            names[i] = full;
        }
        return names;
    }

    private void line(String name, int rank, List<Coordinate> nodes, Coordinate middle, double radius) {
        List<Coordinate> inside =
                nodes.stream().filter(node -> node.distance(middle) <= radius).toList();
        if (inside.size() > 1) {
            add(name, rank, inside);
        }
    }

    private void lanes(Coordinate[][] nodes, Coordinate middle, double radius) {
        for (int row = 0; row + 1 < nodes.length; row++) {
            for (int column = 0; column + 1 < nodes[row].length; column++) {
                Coordinate a = nodes[row][column];
                Coordinate c = nodes[row + 1][column + 1];
                if (a.distance(middle) > radius || c.distance(middle) > radius || !draw.chance(0.42)) {
                    continue;
                }
                double share = draw.between(0.3, 0.7);
                Coordinate b = nodes[row][column + 1];
                Coordinate d = nodes[row + 1][column];
                add(
                        laneName(),
                        4,
                        draw.chance(0.5)
                                ? List.of(between(a, b, share), between(d, c, share))
                                : List.of(between(a, d, share), between(b, c, share)));
            }
        }
    }

    private String laneName() {
        while (true) {
            String name = "" + LANE_FIRST.charAt(draw.below(LANE_FIRST.length()))
                    + LANE_LAST.charAt(draw.below(LANE_LAST.length()))
                    + draw.pick("巷", "巷", "里", "胡同", "弄");
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private static Coordinate between(Coordinate a, Coordinate b, double share) {
        return new Coordinate(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }

    private void townStreets() {
        for (Place town :
                places.stream().filter(p -> p.level() == 3 && !p.urban()).toList()) {
            String word = town.name().replaceAll("[镇乡]$", "");
            double turn = draw.between(0, Math.PI);
            String main = word + "正街";
            String cross = word + draw.pick("东街", "新街", "横街", "振兴街");
            add(main, 3, straight(town.seat(), turn, draw.between(0.5, 0.8)));
            add(cross, 4, straight(town.seat(), turn + 1.45, draw.between(0.3, 0.5)));
            junctions.add(new Junction(main + "与" + cross + "交叉口", 3, town.seat()));
        }
    }

    private List<Coordinate> straight(Coordinate middle, double turn, double reach) {
        List<Coordinate> track = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            double bend = i * i * 0.02 * reach;
            track.add(new Coordinate(
                    middle.x + reach * i / 2 * Math.cos(turn) - bend * Math.sin(turn),
                    middle.y + reach * i / 2 * Math.sin(turn) + bend * Math.cos(turn)));
        }
        return track;
    }

    /** Joins each town to the nearest place that is joined already, beginning with the middle of the city. */
    private void links() {
        record Stop(String word, Coordinate at, boolean seat) {}
        List<Stop> joined = new ArrayList<>();
        joined.add(new Stop("云", new Coordinate(0, 0), true));
        List<Stop> open = new ArrayList<>();
        places.stream()
                .filter(p -> p.level() == 2 && !p.urban())
                .forEach(p -> open.add(new Stop(p.name(), p.seat(), true)));
        places.stream()
                .filter(p -> p.level() == 3 && !p.urban())
                .forEach(p -> open.add(new Stop(p.name(), p.seat(), false)));
        while (!open.isEmpty()) {
            Stop from = joined.getFirst();
            Stop to = open.getFirst();
            double best = Double.MAX_VALUE;
            for (Stop a : joined) {
                for (Stop b : open) {
                    double cost = a.at().distance(b.at()) * (a.seat() && b.seat() ? 0.25 : 1);
                    if (cost < best) {
                        best = cost;
                        from = a;
                        to = b;
                    }
                }
            }
            String name =
                    from.word().charAt(0) + to.word().substring(0, 1) + (from.seat() && to.seat() ? "快速通道" : "公路");
            add(name, from.seat() && to.seat() ? 1 : 2, bent(from.at(), to.at()));
            open.remove(to);
            joined.add(to);
        }
    }

    private List<Coordinate> bent(Coordinate from, Coordinate to) {
        double bow = draw.between(-0.09, 0.09);
        List<Coordinate> track = new ArrayList<>();
        int steps = 12;
        for (int i = 0; i <= steps; i++) {
            double t = (double) i / steps;
            double swing = bow * Math.sin(Math.PI * t) + 0.012 * Math.sin(4 * Math.PI * t);
            track.add(new Coordinate(
                    from.x + (to.x - from.x) * t - (to.y - from.y) * swing,
                    from.y + (to.y - from.y) * t + (to.x - from.x) * swing));
        }
        return track;
    }
}
