package org.civitas.platform.web;

import java.util.regex.Pattern;

/** 文件名 — of an upload as it is kept, of a download as it is offered: no path, nothing invisible, nothing reserved. */
public final class SafeFileName {

    private static final int LONGEST = 120;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls and the marks that turn the reading direction, so that "exe.xlsx" is not "xslx.exe". */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|]");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SafeFileName() {}

    /** What is left of the name that a browser sent; "文件" if nothing is. */
    public static String ofUpload(String sent) {
        return plain(PATH.matcher(INVISIBLE.matcher(sent).replaceAll("")).replaceFirst(""));
    }

    /** A name of ours with words of persons in it, for every file system. */
    public static String ofDownload(String name) {
        return plain(INVISIBLE.matcher(name).replaceAll(""));
    }

    private static String plain(String name) {
        String kept = FORBIDDEN.matcher(name).replaceAll("_").strip();
        while (kept.startsWith(".") || kept.endsWith(".")) {
            kept = kept.startsWith(".") ? kept.substring(1) : kept.substring(0, kept.length() - 1);
        }
        if (kept.length() > LONGEST) {
            kept = kept.substring(kept.length() - LONGEST);
        }
        if (kept.isBlank()) {
            return "文件";
        }
        return RESERVED.matcher(kept).matches() ? "_" + kept : kept;
    }
}
