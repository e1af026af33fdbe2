package org.civitas.platform.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** 查看理由 — why somebody wants to see personal data in full; it stands in the audit. */
public record Opening(
        @NotBlank(message = "请写明查看理由。") @Size(max = 200, message = "查看理由不超过 200 个字。")
        String reason) {}
