package org.civitas.platform.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * 工作簿检查 — refuses a hostile or wrong file before anything is built from it.
 *
 * <p>Sizes are measured while inflating, because the sizes declared in a zip may lie. Cell addresses are checked because the
 * reader makes room up to the column that a cell claims.
 */
final class WorkbookGuard {

    static final long MOST_FILE_BYTES = 30L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_INFLATED = 600L << 20;
    private static final long MOST_SHARED_STRINGS = 100L << 20;
    private static final long RATIO_FROM = 8L << 20;
    private static final int MOST_RATIO = 150;
    private static final Pattern XML_PART = Pattern.compile("(?i).*\\.(xml|rels|vml)");
    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    }

    private WorkbookGuard() {}

    static void check(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableWorkbook("xlsx.empty", "上传的文件是空的（0 字节），请检查后重新上传。");
        }
        if (size > MOST_FILE_BYTES) {
            throw new UnreadableWorkbook("xlsx.too-large", "文件超过 30 MB，请拆成几个文件分别上传。");
        }
        checkBeginning(file);
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            checkEntries(zip, size);
        } catch (ZipException broken) {
            throw broken();
        } catch (IllegalArgumentException badName) {
            throw broken();
        }
    }

    private static void checkBeginning(Path file) throws IOException {
        byte[] head = new byte[8];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, head.length);
        }
        if (read >= 8 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF && head[2] == 0x11) {
            throw isEncrypted(file)
                    ? new UnreadableWorkbook("xlsx.encrypted", "工作簿设有打开密码，请在 Excel 中取消密码后重新上传。")
                    : new UnreadableWorkbook("xlsx.is-xls", "文件是旧版 xls 格式（只改扩展名不行），请在 Excel 中另存为 xlsx 后重新上传。");
        }
        if (read < 4 || head[0] != 'P' || head[1] != 'K') {
            throw new UnreadableWorkbook("xlsx.not-workbook", "文件不是 Excel 工作簿（xlsx），请用下载的模板填写后上传。");
        }
    }

    /** An encrypted workbook is an OLE container with a stream of this name. */
    private static boolean isEncrypted(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String name = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return bytes.contains(name);
    }

    private static void checkEntries(ZipFile zip, long fileSize) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw bomb();
        }
        if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
            throw new UnreadableWorkbook("xlsx.not-workbook", "文件是压缩包，但不是 Excel 工作簿（xlsx），请用下载的模板填写后上传。");
        }
        long inflated = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            inflated += measure(zip, entry, MOST_INFLATED - inflated, fileSize);
        }
        WorkbookParts.check(zip);
        entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (XML_PART.matcher(entry.getName()).matches()) {
                checkXml(zip, entry);
            }
        }
    }

    private static long measure(ZipFile zip, ZipEntry entry, long left, long fileSize) throws IOException {
        long most = entry.getName().endsWith("sharedStrings.xml") ? Math.min(left, MOST_SHARED_STRINGS) : left;
        long packed = Math.min(Math.max(entry.getCompressedSize(), 1), fileSize);
        long size = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most || (size > RATIO_FROM && size / packed > MOST_RATIO)) {
                    throw bomb();
                }
            }
        }
        return size;
    }

    private static void checkXml(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            SheetScan scan = new SheetScan();
            while (xml.hasNext() && scan.goesOn(xml, xml.next())) {
                // the scan refuses what it does not like
            }
        } catch (XMLStreamException malformed) {
            throw broken();
        }
    }

    static UnreadableWorkbook broken() {
        return new UnreadableWorkbook("xlsx.broken", "工作簿已损坏，无法读取；请在 Excel 中打开后另存为 xlsx，再重新上传。");
    }

    static UnreadableWorkbook bomb() {
        return new UnreadableWorkbook("xlsx.bomb", "文件解压后过大，可能被人为构造，系统拒绝读取；请用下载的模板重新填写。");
    }
}
