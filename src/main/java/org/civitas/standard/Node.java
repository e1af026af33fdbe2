package org.civitas.standard;

import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;

/**
 * 体系节点 — a group (测评项目, 测评内容 …) or, as a leaf, a criterion (测评标准).
 *
 * @param parentCode null for the first level
 * @param full full points; of a group the sum of its children
 */
public record Node(String code, @Nullable String parentCode, boolean criterion, String name, Points full) {}
