package org.civitas.demo.geography;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.civitas.demo.chance.Draw;

/** Made-up names of places: two or three characters that sound like the country between the rivers, never twice in one county. */
final class PlaceNames {

    private static final String FIRST = "云清安永龙凤望石青金玉白松竹梅柳桃荷兰莲枫桂杏槐榆樟杉桐菱芦荻苇蒲葛茶麦禾沙泥沧澄碧虹霞晴霜雪星月朝晚东南西北上下前后大小长双三五七九新古老高平阔深浅"
            + "文明德和仁义礼信诚瑞祥福康宁泰丰裕兴盛隆昌顺利乐春秋景阳曙鹤鹭雁鹿麒麟鲤燕鸥";
    private static final String LAST = "溪湾桥坪山泉塘岭洲港渡林湖口冲陂埠滩坡畈垸墩台堰井沟潭浦汀屿峰岗岩谷寨庄店集铺园亭阁苑里坊桥湖山塘溪";
    private static final List<String> MODERN = List.of(
            "和平", "幸福", "团结", "向阳", "建新", "光明", "胜利", "友谊", "迎宾", "滨江", "江畔", "学府", "文苑", "体育场", "火车站", "老城", "北门",
            "南门", "东门", "西门", "码头", "纺织", "机械", "开元", "锦绣", "翠园", "阳光", "世纪", "云锦", "金桂", "紫薇", "香樟", "银杏", "海棠", "芙蓉",
            "玉兰", "枫林", "湖景", "江湾", "城建", "电力", "铁路", "钢厂", "化肥厂", "水厂", "园艺", "茶场", "科苑", "星河", "曙光");

    private final Draw draw;
    private final Set<String> taken = new HashSet<>();

    PlaceNames(Draw draw) {
        this.draw = draw;
    }

    /** A name of a street, town or village: two characters, sometimes three. */
    String old() {
        while (true) {
            StringBuilder name = new StringBuilder();
            name.append(one(FIRST));
            if (draw.chance(0.12)) {
                name.append(one(FIRST));
            }
            name.append(one(LAST));
            String made = name.toString();
            boolean stutters = made.charAt(0) == made.charAt(1);
            if (!stutters && taken.add(made)) {
                return made;
            }
        }
    }

    /** A name of a community of a town: often a modern word, else an old one. */
    String modern() {
        for (int i = 0; i < 4; i++) {
            String made = draw.pick(MODERN);
            if (draw.chance(0.35) && taken.add(made)) {
                return made;
            }
        }
        return old();
    }

    private char one(String of) {
        return of.charAt(draw.below(of.length()));
    }
}
