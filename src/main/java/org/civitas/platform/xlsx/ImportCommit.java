package org.civitas.platform.xlsx;

import jakarta.validation.constraints.NotNull;

/** 确认导入 — the body of a request that confirms a preview. */
public record ImportCommit(
        @NotNull(message = "请选择导入方式：全部导入，或只导入没有错误的行。") ImportMode mode) {}
