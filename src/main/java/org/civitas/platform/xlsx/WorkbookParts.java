package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** 工作簿部件 — refuses parts that a table of rows has no use for: macros, embedded files, links to other places. */
final class WorkbookParts {

    private static final int MOST_RELATIONS = 4 << 20;
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*>");
    private static final Pattern HYPERLINK = Pattern.compile("Type\\s*=\\s*[\"'][^\"']*/hyperlink[\"']");
    private static final Pattern EXTERNAL = Pattern.compile("TargetMode\\s*=\\s*[\"']External[\"']");
    private static final Pattern STRANGE =
            Pattern.compile(".*(\\\\|:|\\p{Cntrl}|\\p{Cf}).*|/.*|(.*/)?\\.\\.(/.*)?", Pattern.DOTALL);
    private static final List<String> MACRO =
            List.of("vbaproject", "vbadata", "macrosheets/", "dialogsheets/", "intlmacrosheets/");
    private static final List<String> EMBEDDED = List.of("embeddings/", "activex/", "oleobject", "customui/");
    private static final List<String> LINKED =
            List.of("externallinks/", "xl/connections.xml", "querytables/", "webextensions/", "xl/model/");
    private static final Pattern ARCHIVE = Pattern.compile(
            ".*\\.(zip|xls[xmb]?|doc[xm]?|ppt[xm]?|jar|7z|rar|gz|tar|exe|dll|js|vbs|ps1|bat|cmd|lnk|hta)");

    private WorkbookParts() {}

    static void check(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (STRANGE.matcher(entry.getName()).matches() || !names.add(name)) {
                throw new UnreadableWorkbook("xlsx.entry-name", "工作簿内部的文件名不正常，可能被人为构造，系统拒绝读取；请用下载的模板重新填写。");
            }
            checkName(name);
            checkContent(zip, entry, name);
        }
    }

    private static void checkName(String name) {
        if (MACRO.stream().anyMatch(name::contains)) {
            throw macro();
        }
        if (EMBEDDED.stream().anyMatch(name::contains) || ARCHIVE.matcher(name).matches()) {
            throw embedded();
        }
        if (LINKED.stream().anyMatch(name::contains)) {
            throw linked();
        }
    }

    private static void checkContent(ZipFile zip, ZipEntry entry, String name) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            if (name.endsWith(".rels")) {
                checkRelations(new String(in.readNBytes(MOST_RELATIONS), StandardCharsets.UTF_8));
            } else if (name.equals("[content_types].xml")) {
                String types = new String(in.readNBytes(MOST_RELATIONS), StandardCharsets.UTF_8);
                if (types.contains("macroEnabled") || types.contains("vbaProject")) {
                    throw macro();
                }
            } else if (isArchive(in.readNBytes(4))) {
                throw embedded();
            }
        }
    }

    /** A link that a person can click is no harm; anything that a program would fetch is. */
    private static void checkRelations(String relations) {
        Matcher relation = RELATION.matcher(relations);
        while (relation.find()) {
            if (EXTERNAL.matcher(relation.group()).find()
                    && !HYPERLINK.matcher(relation.group()).find()) {
                throw linked();
            }
        }
    }

    private static boolean isArchive(byte[] head) {
        if (head.length < 4) {
            return false;
        }
        boolean zip = head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        boolean gzip = (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
        boolean ole = (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF && head[2] == 0x11;
        boolean program = head[0] == 'M' && head[1] == 'Z';
        return zip || gzip || ole || program;
    }

    /** A formula that starts a program when the workbook is opened, such as {@code cmd|' /C calc'!A0}. */
    static boolean startsProgram(String formula) {
        int bar = formula.indexOf('|');
        return bar > 0 && formula.indexOf('!', bar) > bar;
    }

    static UnreadableWorkbook dde() {
        return new UnreadableWorkbook("xlsx.dde", "表格里有会启动其他程序的公式（DDE），系统拒绝读取；请把数据复制到下载的模板里重新上传。");
    }

    private static UnreadableWorkbook macro() {
        return new UnreadableWorkbook("xlsx.macro", "工作簿含有宏，请另存为不含宏的 xlsx 后重新上传。");
    }

    private static UnreadableWorkbook embedded() {
        return new UnreadableWorkbook("xlsx.embedded", "工作簿里嵌有其他文件或控件，请删除后重新上传，或把数据复制到下载的模板里。");
    }

    private static UnreadableWorkbook linked() {
        return new UnreadableWorkbook("xlsx.linked", "工作簿引用了其他文件或外部数据，请在 Excel 中断开链接后重新上传，或把数据复制到下载的模板里。");
    }
}
