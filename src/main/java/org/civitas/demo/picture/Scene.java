package org.civitas.demo.picture;

/** 场景 — one place to be drawn: what kind of matter, and the seed of everything that differs from place to place. */
public record Scene(SceneKind kind, long seed) {}
