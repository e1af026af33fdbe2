package org.civitas.demo.loading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.story.Cast;
import org.civitas.demo.story.Premise;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.CheckItem;
import org.civitas.standard.DecompositionLoading;
import org.civitas.standard.DecompositionLoading.Naming;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.Editions;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.SiteType;
import org.springframework.stereotype.Component;

/** Names units for most of an edition by the words of its criteria; what no word fits stays a gap, as in a real city. */
@Component
class DecompositionLoad {

    private static final String REASON = "云川市创建工作任务分工表";

    /** Words of a criterion, then who leads, then who helps; the first line that fits counts. */
    private static final List<String> BY_WORDS = List.of(
            "消防|飞线|疏散:消防救援支队:住房和城乡建设局、公安局交警支队",
            "斑马线|非机动车|信号灯|路口|车辆停放|交通|头盔|停车场:公安局交警支队:城市管理局",
            "文明乘车|公交|候车|客运|寄递|绿色出行:交通运输局:城市管理局",
            "校园|护学|学校|未成年|守则|留守|防溺水:教育局:民政局、文化和旅游局",
            "餐饮|食品|亮照|明码标价|公平秤|消费|市场|从业人员|诚信|信用|过期|农产品|活禽|用餐|电梯:市场监督管理局:商务局",
            "商户|塑料:商务局:市场监督管理局",
            "医院|健康|心理|医疗|控烟:卫生健康委员会:民政局",
            "小区|楼道|物业|工地|扬尘|裸露黄土|工资|外来务工:住房和城乡建设局:城市管理局",
            "河道|河长|排口|水面|临水|供水|节水:水务局:生态环境局",
            "空气|水质|噪声|油烟|环境质量|声环境|污染:生态环境局:城市管理局",
            "厕所|垃圾|占道|小广告|立面|照明|绿地|市容|干净整洁|路面|盲道|养犬|乱扔|城乡结合部|路名牌|街面执法:城市管理局:住房和城乡建设局",
            "村庄|村规|移风易俗|彩礼|城乡结对:农业农村局:民政局",
            "办事|窗口|热线|诉求|投诉|政务|无障碍|文明服务|一次办成|数据共享|反映问题:政务服务和数据管理局:市场监督管理局",
            "居务|公开|居民公约|社区|志愿|养老|救助|残疾人|纠纷|点单:民政局:文化和旅游局",
            "文化|场馆|实践|典型|宣讲|公益广告|价值观|宣传|红色|旅游|景区|公共场所:文化和旅游局:教育局、城市管理局",
            "法律|法治|普法|劳动者|找法:民政局:教育局",
            "安全生产|应急|生产安全:消防救援支队:住房和城乡建设局");

    /** Types that the paper forgot, as it happens. */
    private static final Set<String> FORGOTTEN = Set.of("快递点", "营业厅");

    private final Editions editions;
    private final DecompositionLoading loading;

    DecompositionLoad(Editions editions, DecompositionLoading loading) {
        this.editions = editions;
        this.loading = loading;
    }

    /** Every edition that is in use. */
    void load(Premise premise) {
        editions.all().stream()
                .filter(edition -> edition.state() == EditionState.IN_USE)
                .forEach(edition -> load(premise, editions.content(edition.id())));
    }

    private void load(Premise premise, EditionContent content) {
        Cast cast = premise.cast();
        Map<String, UUID> bureaus = cast.units().stream()
                .filter(unit -> unit.bureau())
                .collect(Collectors.toMap(unit -> unit.name().replaceFirst("^云川市", ""), unit -> unit.id()));
        List<Naming> namings = new ArrayList<>();
        Map<String, String> names = content.nodes().stream().collect(Collectors.toMap(Node::code, Node::name));
        for (Requirement requirement : content.requirements()) {
            String words = names.getOrDefault(requirement.criterionCode(), "");
            naming(AssignedKind.REQUIREMENT, requirement.code(), words, bureaus).forEach(namings::add);
        }
        for (SiteType type : content.siteTypes()) {
            if (cast.siteTypes().contains(type.code()) && !FORGOTTEN.contains(type.code())) {
                namings.add(new Naming(
                        AssignedKind.SITE_TYPE,
                        type.code(),
                        cast.competent(type.code()).id(),
                        List.of()));
            }
        }
        for (CheckItem item : content.checkItems()) {
            if (item.text().contains("消防") || item.text().contains("灭火")) {
                namings.add(new Naming(
                        AssignedKind.CHECK_ITEM,
                        item.code(),
                        bureaus.get("消防救援支队"),
                        cast.siteTypes().contains(item.siteTypeCode())
                                ? List.of(cast.competent(item.siteTypeCode()).id())
                                : List.of()));
            }
        }
        LocalDate from = premise.founded().atZone(WorkingTime.ZONE).toLocalDate();
        loading.assign(content.edition().id(), from, REASON, namings);
    }

    private static Stream<Naming> naming(AssignedKind kind, String code, String words, Map<String, UUID> bureaus) {
        return BY_WORDS.stream()
                .map(line -> line.split(":"))
                .filter(line -> Stream.of(line[0].split("\\|")).anyMatch(words::contains))
                .limit(1)
                .map(line -> new Naming(
                        kind,
                        code,
                        bureaus.get(line[1]),
                        Stream.of(line[2].split("、"))
                                .map(bureaus::get)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
