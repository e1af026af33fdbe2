package org.civitas.demo.geography;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.demo.chance.Draw;

/** Names of sites; none is a real firm or institution. */
final class SiteNames {

    private final Draw draw;
    private final Map<String, Place> byCode;
    private final Deque<String> hospitals =
            new ArrayDeque<>(List.of("云川市第一人民医院", "云川市第二人民医院", "云川市中医医院", "云川市妇幼保健院", "云川市口腔医院", "云川市眼科医院", "云川市康复医院"));
    private final Deque<String> venues = new ArrayDeque<>(
            List.of("云川市图书馆", "云川市文化馆", "云川市博物馆", "云川市科技馆", "云川市美术馆", "云川市青少年宫", "云川市城市规划展示馆", "云川市非遗馆", "云川市档案馆"));
    private final Deque<String> stations =
            new ArrayDeque<>(List.of("云川火车站", "云川高铁站", "云川客运中心站", "城北汽车客运站", "望岭汽车客运站", "澄源县客运站", "岚泽县客运站", "荻洲县客运站"));
    private int schools;
    private int lines;

    SiteNames(Draw draw, Map<String, Place> byCode) {
        this.draw = draw;
        this.byCode = byCode;
    }

    private static String word(Place place) {
        return place.name().replaceAll("(街道|社区|[镇乡村])$", "");
    }

    private Place street(Place community) {
        return Objects.requireNonNull(byCode.get(community.code().substring(0, 9)));
    }

    String address(Place community) {
        return word(community) + draw.pick("路", "街", "大街", "中路", "北路") + draw.whole(1, 260) + "号";
    }

    String stretch(Road road) {
        return road.name() + "（" + draw.pick("东段", "中段", "西段", "南段", "北段") + "）";
    }

    String mall(Road road) {
        return road.name() + draw.pick("商业街", "步行街", "夜市街", "商业街（东段）", "商业街（西段）");
    }

    String estate(Place place) {
        return draw.pick(
                        "锦绣",
                        "金桂",
                        "翠园",
                        "阳光",
                        "书香",
                        "江畔",
                        "云锦",
                        "丽景",
                        "和苑",
                        "康居",
                        "香樟",
                        "紫薇",
                        "春晓",
                        "望湖",
                        "明珠",
                        "安居",
                        word(place))
                + draw.pick("花园", "小区", "苑", "新村", "家园", "里", "名邸", "公寓");
    }

    String market(Place place) {
        return word(place) + draw.pick("农贸市场", "农贸市场", "菜市场", "集贸市场", "综合市场");
    }

    String shop(Place place) {
        return draw.pick("好邻里超市", "万家汇超市", "云百商场", "乐购家生活超市", "丰盈购物中心", "满仓便民超市") + "（" + word(place) + "店）";
    }

    String eatery(Place place) {
        return draw.pick("老灶台饭庄", "江边渔家", "一碗面馆", "云香饭店", "早点铺子", "竹里小馆", "百味饺子馆", "乡味土菜馆") + "（" + word(place) + "店）";
    }

    String park(Place place) {
        return word(place) + draw.pick("公园", "广场", "口袋公园", "游园", "文化广场", "体育公园");
    }

    String hospital(Place place) {
        return hospitals.isEmpty() ? street(place).name() + draw.pick("卫生院", "社区卫生服务中心") : hospitals.pop();
    }

    String school(Place place) {
        schools++;
        if (schools <= 9) {
            return "云川市第" + "一二三四五六七八九".charAt(schools - 1) + "中学";
        }
        return word(place) + draw.pick("小学", "小学", "中学", "实验小学", "初级中学", "中心小学");
    }

    String venue(Place place) {
        return venues.isEmpty() ? word(place) + draw.pick("文化活动中心", "图书分馆", "非遗展示馆", "少年宫") : venues.pop();
    }

    String hall(Place street) {
        return street.name() + "便民服务中心";
    }

    String station(Place place) {
        return stations.isEmpty() ? word(place) + "客运站" : stations.pop();
    }

    String stop(Road road) {
        return road.name() + draw.pick("东口", "西口", "南口", "北口", "中段") + "公交站";
    }

    String line() {
        lines++;
        return lines + "路公交车";
    }

    String stairwell(Place place) {
        return estate(place) + draw.whole(1, 28) + "栋" + draw.whole(1, 4) + "单元";
    }

    String careStation(Place place) {
        return word(place) + draw.pick("养老服务站", "日间照料中心", "老年助餐点");
    }

    String chemist(Place place) {
        return draw.pick("康佑堂药房", "百草居药店", "惠安大药房", "云春药店") + "（" + word(place) + "店）";
    }

    String hotel(Place place) {
        return word(place) + draw.pick("宾馆", "大酒店", "快捷酒店", "假日酒店", "商务宾馆");
    }

    String counter(Place place) {
        return draw.pick("云川银行", "澄江农商银行", "云川供水公司", "云川燃气公司", "云川供电所", "云川通信营业厅") + "（" + word(place) + "网点）";
    }

    String youthCentre(Place place) {
        return word(place) + draw.pick("青少年活动中心", "乡村学校少年宫", "社区少年宫");
    }

    String netCafe(Place place) {
        return draw.pick("星轨网咖", "蓝鲸网吧", "云端电竞馆", "极光网咖") + "（" + word(place) + "店）";
    }

    String cinema(Place place) {
        return draw.pick("云幕影城", "金穗影剧院", "望江剧场", "云谷影院") + "（" + word(place) + "店）";
    }

    String scenery(Place place) {
        return word(place) + draw.pick("风景区", "湿地景区", "古镇景区", "森林公园");
    }

    String carPark(Place place) {
        return word(place) + draw.pick("公共停车场", "立体停车场", "路外停车场", "停车楼");
    }

    String parcels(Place place) {
        return draw.pick("邻里快递驿站", "便民收发点", "飞燕速递网点", "云川邮政所") + "（" + word(place) + "）";
    }

    String works(Place place) {
        return word(place) + draw.pick("安置房项目工地", "学校扩建工地", "道路改造工地", "商住楼项目工地", "污水管网工地");
    }
}
