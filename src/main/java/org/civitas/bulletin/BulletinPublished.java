package org.civitas.bulletin;

import java.util.UUID;

/** 通报已发布 — a bulletin became final; it and its figures never change. */
public record BulletinPublished(UUID bulletinId, String title) {}
