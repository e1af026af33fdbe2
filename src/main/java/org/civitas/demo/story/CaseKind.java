package org.civitas.demo.story;

import org.civitas.calendar.TimeLimit;

/** 问题类型 — code, name, usual limit and whether the result is judged from a picture. */
public record CaseKind(String code, String name, TimeLimit limit, boolean pictureNeeded) {}
