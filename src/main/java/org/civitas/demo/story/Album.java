package org.civitas.demo.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.demo.chance.Draw;
import org.civitas.demo.picture.Scene;
import org.civitas.demo.picture.SceneKind;

/** 相册 — the drawn scenes, each with the id of its picture before and after. */
public final class Album {

    /** How many places of each kind are drawn: 21 kinds × 12 places × 2 = 504 pictures. */
    static final int PLACES = 12;

    /** 前后照片 — one place before and after. */
    public record Pair(Scene scene, UUID before, UUID after) {}

    private final Map<SceneKind, List<Pair>> pairs = new EnumMap<>(SceneKind.class);

    public Album(Draw draw, Instant at) {
        for (SceneKind kind : SceneKind.values()) {
            List<Pair> ofKind = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                ofKind.add(new Pair(new Scene(kind, draw.whole(1, Integer.MAX_VALUE - 1)), draw.id(at), draw.id(at)));
            }
            pairs.put(kind, List.copyOf(ofKind));
        }
    }

    public List<Pair> all() {
        return pairs.values().stream().flatMap(List::stream).toList();
    }

    /** A place that shows this matter; the same words at the same site show the same place. */
    Pair showing(String siteType, Item.Fault fault, UUID siteId) {
        List<Pair> ofKind = pairs.getOrDefault(kind(siteType, fault.caseType() + fault.text()), List.of());
        return ofKind.get(Math.floorMod((siteId.toString() + fault.text()).hashCode(), ofKind.size()));
    }

    private static SceneKind kind(String type, String words) {
        if (type.equals("公交站") && has(words, "小广告", "公益", "站牌", "宣传")) {
            return SceneKind.BUS_STOP_BILLS;
        }
        if (type.equals("市场") && has(words, "积水", "不洁", "菜叶", "污水")) {
            return SceneKind.MARKET_WATER;
        }
        if (type.equals("市场") && has(words, "通道", "占道", "秩序", "堆")) {
            return SceneKind.MARKET_GOODS;
        }
        for (int i = 0; i < WORDS.length; i++) {
            if (has(words, WORDS[i])) {
                return KINDS[i];
            }
        }
        return SceneKind.HALL_NOTICE;
    }

    private static final String[][] WORDS = {
        {"非机动车", "单车"},
        {"飞线", "电动自行车", "充电"},
        {"机动车", "停放", "地锁", "废弃车辆", "消防通道"},
        {"吸烟", "禁烟", "烟头"},
        {"公厕", "厕所"},
        {"工地", "施工", "渣土", "围挡"},
        {"水域", "河", "堤", "排放口"},
        {"消防", "安全出口", "灭火"},
        {"小广告", "涂写", "散发"},
        {"楼道", "杂物"},
        {"交通", "劝导", "礼让"},
        {"占道", "店外", "游商", "烧烤", "摊", "无照"},
        {"未分类", "满溢", "垃圾桶"},
        {"绿", "树", "裸土", "病虫", "犬"},
        {"垃圾", "不洁", "遗撒", "脏"},
        {"破损", "井盖", "盲道", "坡道", "台阶", "路缘", "路灯", "盖板", "护栏"},
        {"公益", "宣传", "广告", "立面", "线缆", "晾挂"}
    };
    private static final SceneKind[] KINDS = {
        SceneKind.PARKED_BIKES,
        SceneKind.STAIRWELL_CHARGING,
        SceneKind.PARKED_CAR,
        SceneKind.SMOKING,
        SceneKind.TOILET_DIRT,
        SceneKind.OPEN_HOARDING,
        SceneKind.FLOATING_RUBBISH,
        SceneKind.EMPTY_EXTINGUISHER,
        SceneKind.POSTED_BILLS,
        SceneKind.STAIRWELL_GOODS,
        SceneKind.CROSSING_ON_RED,
        SceneKind.STALL_ON_PAVEMENT,
        SceneKind.FULL_BINS,
        SceneKind.BARE_LAWN,
        SceneKind.LITTER,
        SceneKind.BROKEN_PAVEMENT,
        SceneKind.DAMAGED_SIGN
    };

    private static boolean has(String words, String... any) {
        for (String word : any) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
