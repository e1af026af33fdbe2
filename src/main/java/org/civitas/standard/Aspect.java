package org.civitas.standard;

import java.util.Arrays;
import java.util.Optional;

/** 考察方面 — the heading under which a check item stands; its number is the middle part of the item's code. */
public enum Aspect {
    ENVIRONMENT("01", "公共环境"),
    ORDER("02", "公共秩序"),
    FACILITY("03", "基础设施"),
    PUBLICITY("04", "公益宣传"),
    CONDUCT("05", "文明行为"),
    SERVICE("06", "服务管理"),
    SAFETY("07", "安全管理"),
    VOLUNTEERING("08", "志愿服务");

    private final String number;
    private final String word;

    Aspect(String number, String word) {
        this.number = number;
        this.word = word;
    }

    public String number() {
        return number;
    }

    /** The Chinese word that pages and workbooks show. */
    public String word() {
        return word;
    }

    /** The aspect that a code such as 小区-01-02 names. */
    public static Optional<Aspect> ofItemCode(String code) {
        String[] parts = code.split("-");
        return parts.length < 3
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(a -> a.number.equals(parts[parts.length - 2]))
                        .findFirst();
    }
}
