package org.civitas.demo.geography;

import java.util.List;

/** 路网 — the roads and the places where two of them cross. */
public record Roads(List<Road> roads, List<Junction> junctions) {}
