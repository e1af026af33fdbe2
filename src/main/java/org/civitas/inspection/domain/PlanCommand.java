package org.civitas.inspection.domain;

/** 计划操作 — what the office may do with a plan. */
public enum PlanCommand {
    EDIT("修改"),
    DRAW("抽取点位"),
    REDRAW("重新抽取"),
    ASSIGN("分派督查员"),
    START("开始"),
    FINISH("结束"),
    WITHDRAW("撤回");

    private final String label;

    PlanCommand(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
