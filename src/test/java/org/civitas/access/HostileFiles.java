package org.civitas.access;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.civitas.media.CameraPicture;

/** Files that mean harm, made when they are needed; none is large until somebody unpacks it. */
final class HostileFiles {

    /** What is sent, and the code with which it must be refused. */
    record Hostile(byte[] bytes, String code) {}

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData><row r=\"1\">%s</row></sheetData></worksheet>";
    private static final String LAUGHS =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>";

    private HostileFiles() {}

    static Map<String, Hostile> workbooks() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        all.put("空文件", new Hostile(new byte[0], "xlsx.empty|input.invalid"));
        all.put("程序", new Hostile(text("MZ\u0090\u0000 This program"), "xlsx.not-workbook"));
        all.put("网页", new Hostile(text("<html><script>alert(1)</script></html>"), "xlsx.not-workbook"));
        all.put("图片改名", new Hostile(picture("png"), "xlsx.not-workbook"));
        all.put("压缩包改名", new Hostile(zip(Map.of("a.txt", text("x"))), "xlsx.not-workbook"));
        all.put("截断", new Hostile(Arrays.copyOf(workbook(Map.of()), 300), "xlsx.broken"));
        all.put("解压炸弹", new Hostile(with("xl/media/a.bmp", new byte[64 << 20]), "xlsx.bomb"));
        all.put("共享文字炸弹", new Hostile(with("xl/sharedStrings.xml", new byte[110 << 20]), "xlsx.bomb"));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 3_000; i++) {
            many.put("xl/media/" + i, new byte[0]);
        }
        all.put("过多部件", new Hostile(workbook(many), "xlsx.bomb"));
        all.put("嵌套压缩包", new Hostile(with("xl/media/image1.png", zip(Map.of("a", new byte[9]))), "xlsx.embedded"));
        all.put("嵌套工作簿", new Hostile(with("xl/embeddings/book.xlsx", workbook(Map.of())), "xlsx.embedded"));
        all.put("OLE 对象", new Hostile(with("xl/embeddings/oleObject1.bin", text("x")), "xlsx.embedded"));
        all.put("ActiveX", new Hostile(with("xl/activeX/activeX1.xml", text("<x/>")), "xlsx.embedded"));
        all.put("程序藏在图片里", new Hostile(with("xl/media/image1.png", text("MZ\u0090\u0000program")), "xlsx.embedded"));
        all.put("宏", new Hostile(with("xl/vbaProject.bin", text("x")), "xlsx.macro"));
        all.put("宏（大写）", new Hostile(with("XL/VBAPROJECT.BIN", text("x")), "xlsx.macro"));
        all.put("宏表", new Hostile(with("xl/macrosheets/sheet1.xml", text("<x/>")), "xlsx.macro"));
        all.put(
                "xlsm",
                new Hostile(
                        with(
                                "[Content_Types].xml",
                                text("<Types><Override ContentType=\""
                                        + "application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>")),
                        "xlsx.macro"));
        all.put("外部链接", new Hostile(with("xl/externalLinks/externalLink1.xml", text("<x/>")), "xlsx.linked"));
        all.put("外部数据", new Hostile(with("xl/connections.xml", text("<x/>")), "xlsx.linked"));
        all.put(
                "外部图片",
                new Hostile(
                        with(
                                "xl/drawings/_rels/drawing1.xml.rels",
                                text(
                                        "<Relationships><Relationship Id=\"a\" "
                                                + "Type=\"http://x/image\" TargetMode=\"External\" Target=\"http://169.254.169.254/\"/></Relationships>")),
                        "xlsx.linked"));
        all.put(
                "DDE",
                new Hostile(
                        with(
                                "xl/worksheets/sheet1.xml",
                                text(SHEET.formatted("<c r=\"A1\"><f>cmd|'/C calc'!A0</f><v>0</v></c>"))),
                        "xlsx.dde"));
        all.put(
                "远列",
                new Hostile(
                        with("xl/worksheets/sheet1.xml", text(SHEET.formatted("<c r=\"ZZZZZ1\"><v>0</v></c>"))),
                        "xlsx.too-many-columns"));
        all.put(
                "长文字",
                new Hostile(
                        with(
                                "xl/worksheets/sheet1.xml",
                                text(SHEET.formatted("<c r=\"A1\" t=\"inlineStr\"><is><t>" + "长".repeat(300_000)
                                        + "</t></is></c>"))),
                        "xlsx.bomb"));
        all.put(
                "外部实体",
                new Hostile(
                        with(
                                "xl/worksheets/sheet1.xml",
                                text("<?xml version=\"1.0\"?><!DOCTYPE w "
                                        + "[<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                        + SHEET.formatted("<c r=\"A1\"><v>&e;</v></c>"))),
                        "xlsx.broken"));
        for (String part : new String[] {
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/drawings/vmlDrawing1.vml"
        }) {
            all.put("十亿笑声 " + part, new Hostile(with(part, text(LAUGHS)), "xlsx.broken"));
        }
        for (String name :
                new String[] {"../../etc/cron.d/x", "C:\\x.xml", "xl\\..\\x.xml", "/etc/passwd", "xl/a\u202Eslx.xml"}) {
            all.put("路径 " + name, new Hostile(with(name, text("<x/>")), "xlsx.entry-name"));
        }
        return all;
    }

    static Map<String, Hostile> pictures() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        all.put("空文件", new Hostile(new byte[0], "media.empty|input.invalid"));
        all.put("网页", new Hostile(text("<html><script>alert(1)</script></html>"), "media.type"));
        all.put(
                "矢量图",
                new Hostile(text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), "media.type"));
        all.put("动图", new Hostile(picture("gif"), "media.type"));
        all.put("位图", new Hostile(picture("bmp"), "media.type"));
        all.put("工作簿", new Hostile(workbook(Map.of()), "media.type"));
        all.put("截断", new Hostile(Arrays.copyOf(picture("png"), 60), "media.broken"));
        all.put("只有开头", new Hostile(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, "media.broken"));
        all.put("像素炸弹", new Hostile(claiming(29_000, 29_000), "media.pixels"));
        all.put("极长", new Hostile(claiming(2_000_000_000, 1), "media.pixels|media.broken"));
        return all;
    }

    static Map<String, Hostile> boundaries() {
        Map<String, Hostile> all = new LinkedHashMap<>();
        all.put("空文件", new Hostile(new byte[0], "input.invalid"));
        all.put("不是 JSON", new Hostile(text("<kml/>"), "boundary.not-json"));
        all.put("嵌套过深", new Hostile(text("{\"features\":" + "[".repeat(20_000)), "boundary.not-json"));
        all.put("点太多", new Hostile(text("{\"features\":[" + "[1,1],".repeat(1_000_000)), "boundary.too-many-points"));
        all.put("数字过长", new Hostile(text("{\"features\":[" + "9".repeat(100_000) + "]}"), "boundary.not-json"));
        all.put("不是要素", new Hostile(text("{\"features\":[1,null,\"x\",[]]}"), "input.invalid"));
        return all;
    }

    /** A picture that is also a page and an archive, with a position and a note in it. */
    static byte[] polyglot() throws IOException {
        byte[] camera = CameraPicture.withCamera(picture("jpg"), "2026:11:01 10:00:00", 1, 118.2, 33.9);
        byte[] tail = ("<script>alert('polyglot')</script>"
                        + new String(zip(Map.of("evil.txt", text("polyglot"))), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(camera, camera.length + tail.length);
        System.arraycopy(tail, 0, all, camera.length, tail.length);
        return all;
    }

    private static byte[] picture(String format) {
        try {
            return CameraPicture.drawn(format, 80, 60, Color.BLUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG whose head claims a size; there is next to nothing behind it. */
    private static byte[] claiming(int width, int height) {
        byte[] png = picture("png");
        for (int i = 0; i < 4; i++) {
            png[16 + i] = (byte) (width >>> (24 - 8 * i));
            png[20 + i] = (byte) (height >>> (24 - 8 * i));
        }
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
        }
        return png;
    }

    private static byte[] with(String name, byte[] content) {
        return workbook(Map.of(name, content));
    }

    private static byte[] workbook(Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        parts.put(
                "xl/workbook.xml",
                text("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"));
        parts.putAll(more);
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
