package org.civitas.standard;

/**
 * 常见问题 — a fault that is often found at a check item.
 *
 * @param caseType the type of case suggested for it, in words
 */
public record UsualFault(String text, String caseType) {}
