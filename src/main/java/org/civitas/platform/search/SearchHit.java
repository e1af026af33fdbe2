package org.civitas.platform.search;

import org.jspecify.annotations.Nullable;

/**
 * 搜索结果 — one thing that was found.
 *
 * @param subtitle what tells it from others of the same name: area, address, unit
 * @param url page of the desk that shows it
 */
public record SearchHit(String title, @Nullable String subtitle, String url) {}
