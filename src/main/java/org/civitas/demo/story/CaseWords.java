package org.civitas.demo.story;

import org.civitas.calendar.TimeLimit;
import org.civitas.demo.chance.Draw;

/** What people write when they handle a case. */
final class CaseWords {

    private final Draw draw;

    CaseWords(Draw draw) {
        this.draw = draw;
    }

    String order(TimeLimit limit) {
        return draw.pick("请在", "请核实后在") + limit.words() + "内整改到位" + draw.pick("。", "，并举一反三。", "，按时反馈结果。");
    }

    String ruling() {
        return "经核对职责分工，裁定由你单位办理，请按期整改。";
    }

    String refusal() {
        return draw.pick("该处不在我单位管理范围内，建议交属地办理。", "该点位日常管理职责在属地，申请退单。", "此类问题的执法权限不在我单位，请改派。");
    }

    String basis() {
        return draw.pick("本单位职能配置规定第三条", "年度创建任务分工表第12项", "城市管理职责划分意见第五条");
    }

    String dismissal() {
        return draw.pick("经核实，所反映的情况不属实。", "不属于创建工作受理范围，已告知反映人相应渠道。", "信息不足，无法确定位置。");
    }

    String passedDown() {
        return draw.pick("请现场核实并组织整改，按内部时限报送结果。", "属地负责，请尽快处理并报照片。");
    }

    String mended() {
        return draw.pick("已现场整改完毕。", "已组织人员清理并落实巡查。", "已完成整改，并与责任人签订管护约定。", "已整改到位，纳入日常管理。", "已更换修复，现场恢复正常。");
    }

    String reference() {
        return "整改台账 " + draw.whole(2, 98) + " 号";
    }

    String passed() {
        return draw.pick("现场核查，整改到位。", "照片与现场一致，同意销号。", "经复核符合要求。");
    }

    String failed() {
        return draw.pick("整改不彻底，同类问题仍在，请返工。", "照片角度与发现时不一致，无法判断，请重新整改并拍照。", "现场核查问题依然存在。");
    }

    String annulment() {
        return draw.pick("发现时属于公示期内的施工围挡，适用豁免情形，申请撤销。", "与已办结案件系同一处，误立案，申请撤销。");
    }
}
