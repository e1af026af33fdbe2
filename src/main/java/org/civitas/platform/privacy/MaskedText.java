package org.civitas.platform.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** 掩码 — words in which telephone and identity numbers of people are covered up; the ends stay, so that people know them again. */
public final class MaskedText {

    private static final Pattern NUMBERS = Pattern.compile("(?<![0-9A-Za-z])(?:"
            + "(?<identity>[1-9]\\d{5}(?:19|20)\\d{9}[0-9Xx])"
            + "|(?<mobile>(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4})"
            + "|(?<landline>0\\d{2,3}[- ]\\d{7,8})"
            + ")(?![0-9A-Za-z])");

    private MaskedText() {}

    /** The words with every number of a person covered up; other digits stay. */
    public static String of(String words) {
        return words.length() < 10 ? words : NUMBERS.matcher(words).replaceAll(MaskedText::covered);
    }

    /** Do the words hold a number that {@link #of} covers up? */
    public static boolean covers(String words) {
        return words.length() >= 10 && NUMBERS.matcher(words).find();
    }

    /** A telephone number by itself, of whatever form. */
    static String phone(String number) {
        return number.length() < 7
                ? "*".repeat(number.length())
                : number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }

    private static String covered(MatchResult found) {
        String number = found.group();
        int shown = number.length() >= 18 ? 6 : 3;
        return number.substring(0, shown)
                + "*".repeat(number.length() - shown - 4)
                + number.substring(number.length() - 4);
    }
}
