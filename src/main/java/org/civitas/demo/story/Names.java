package org.civitas.demo.story;

import java.util.HashSet;
import java.util.Set;
import org.civitas.demo.chance.Draw;

/** Invented names of persons, each once. */
final class Names {

    private static final String FAMILY = "林陈沈周许梁程蒋韩冯罗唐宋邓曾彭卢苏叶魏江柏舒季殷乔";
    private static final String FIRST = "知砚予亦之若清景闻修望书怀思朗舒听以云疏晏南北霁";
    private static final String SECOND = "行安远舟宁秋川然白岚溪和言墨青松野禾声月朴川初微";

    private final Draw draw;
    private final Set<String> taken = new HashSet<>();

    Names(Draw draw) {
        this.draw = draw;
    }

    String next() {
        while (true) {
            String name = any(draw);
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** A name that somebody else may have as well. */
    static String any(Draw draw) {
        return "" + one(draw, FAMILY) + one(draw, FIRST) + one(draw, SECOND);
    }

    private static char one(Draw draw, String of) {
        return of.charAt(draw.below(of.length()));
    }
}
