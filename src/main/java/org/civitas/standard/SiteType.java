package org.civitas.standard;

/**
 * 点位类型 — a kind of site of the city's register, such as 小区 居民小区.
 *
 * @param code short Chinese word; the codes of its check items begin with it
 * @param route how an inspector walks it
 */
public record SiteType(String code, String name, SiteKind kind, String route) {}
