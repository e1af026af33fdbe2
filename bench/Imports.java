import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** 100,000 sites from upload to the last row, all valid and with a tenth of faulty rows; psql's copy as the floor. */
final class Imports {

    private static final List<String> HEADERS = List.of(
            "点位编号", "点位名称", "点位类型", "区划代码", "地址", "经度", "纬度", "坐标系", "备注");

    private Imports() {}

    static void measure(Path data, int port, boolean quick) throws Exception {
        Machine.psql();
        Path folder = Machine.copy(data);
        try (Program program = Program.start(folder, port, Bench.WITHOUT_LIMITS, false)) {
            program.awaitPage(180);
            Api api = Api.signedIn(port);
            List<String[]> places = Machine.ask(folder, "select area_code, type_code, longitude, latitude from site order by code limit 500")
                    .lines().map(line -> line.split("\\|")).toList();
            once(api, folder, "W", 20_000, 0, places, "warm", false);
            Machine.sayLoad("导入前");
            once(api, folder, "A", 100_000, 0, places, "100k", true);
            once(api, folder, "B", 100_000, 10, places, "100k_faulty", true);
            if (!quick) {
                once(api, folder, "C", 500_000, 0, places, "500k", true);
            }
            floor(folder);
            Machine.sayLoad("导入后");
        }
        Machine.remove(folder);
    }

    private static void once(Api api, Path folder, String series, int rows, int faultyOf100, List<String[]> places, String name, boolean told)
            throws Exception {
        Path file = workbook(series, rows, faultyOf100, places);
        try (Heap heap = Heap.watch(Program.running())) {
            double program = Program.processorSeconds(Program.running());
            double database = Machine.databaseProcessorSeconds(folder);
            long start = System.nanoTime();
            String preview = api.upload("/api/sites/imports/previews", file);
            String id = value(preview, "previewId");
            String work = value(preview, "workId");
            if (!work.isEmpty()) {
                await(api, work);
                preview = api.get("/api/import-previews/" + id);
            }
            double checked = (System.nanoTime() - start) / 1e9;
            String result = api.post("/api/sites/imports/previews/" + id + "/commits", "{\"mode\":\"GOOD_ROWS\"}");
            String writing = value(result, "workId");
            if (!writing.isEmpty()) {
                await(api, writing);
            }
            if (faultyOf100 > 0) {
                api.download("/api/sites/imports/previews/" + id + "/faulty-rows");
            }
            double all = (System.nanoTime() - start) / 1e9;
            int good = Integer.parseInt(value(preview, "goodRows"));
            if (good != rows - rows * faultyOf100 / 100) {
                throw new IOException(good + " good rows: " + preview.substring(0, Math.min(600, preview.length())));
            }
            if (told) {
                Bench.figure("import." + name + ".check_rows_per_s", rows / checked, "rows/s");
                Bench.figure("import." + name + ".rows_per_s", rows / all, "rows/s");
                Bench.figure("import." + name + ".processor_s", Program.processorSeconds(Program.running()) - program, "s");
                Bench.figure(
                        "import." + name + ".database_processor_s", Machine.databaseProcessorSeconds(folder) - database, "s");
                Bench.figure("import." + name + ".heap_mb", heap.most(), "MB");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void await(Api api, String work) throws Exception {
        for (int i = 0; i < 12_000; i++) {
            String state = api.get("/api/works/" + work);
            if (state.contains("\"state\":\"DONE\"")) {
                return;
            }
            if (!state.contains("\"state\":\"RUNNING\"") && !state.contains("\"state\":\"WAITING\"")) {
                throw new IOException(state);
            }
            Thread.sleep(50);
        }
        throw new IOException("work " + work + " did not end");
    }

    private static String value(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(?:\"([^\"]*)\"|(\\d+))").matcher(json);
        return !found.find() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
    }

    /** The same rows, words and history, as psql's copy writes them. */
    private static void floor(Path folder) throws Exception {
        Path csv = Files.createTempFile("civitas-bench", ".csv");
        Path versions = Files.createTempFile("civitas-bench", ".csv");
        try {
            Machine.run(Machine.database(folder), List.of(Machine.psql(), "-XAtq",
                    "-c", "\\copy (select uuidv7(), replace(code, 'A-', 'F-'), name, type_code, area_code, address, longitude, latitude, "
                            + "department_unit_id, territorial_unit_id, person_in_charge, note, state, 'f' || token, search, created_at, "
                            + "changed_at, version from site where code like 'A-%') to '" + csv + "' csv",
                    "-c", "\\copy (select uuidv7(), v.version, v.changed_at, v.account_id, v.account_name, v.change, v.facts from site_version v "
                            + "join site s on s.id = v.site_id where s.code like 'A-%') to '" + versions + "' csv"));
            long start = System.nanoTime();
            Machine.run(Machine.database(folder), List.of(Machine.psql(), "-XAtq", "-1",
                    "-c", "\\copy site (id, code, name, type_code, area_code, address, longitude, latitude, department_unit_id, "
                            + "territorial_unit_id, person_in_charge, note, state, token, search, created_at, changed_at, version) from '" + csv + "' csv",
                    "-c", "\\copy site_version (site_id, version, changed_at, account_id, account_name, change, facts) from '" + versions + "' csv"));
            Bench.figure("import.100k.floor.rows_per_s", 100_000 / ((System.nanoTime() - start) / 1e9), "rows/s");
        } finally {
            Files.delete(csv);
            Files.delete(versions);
        }
    }

    private static Path workbook(String series, int rows, int faultyOf100, List<String[]> places) throws IOException {
        Path file = Files.createTempFile("civitas-bench", ".xlsx");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            part(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            part(zip, "xl/workbook.xml", """
                    <?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="点位" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            write(zip, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            StringBuilder text = new StringBuilder("<row r=\"1\">");
            for (int column = 0; column < HEADERS.size(); column++) {
                words(text, column, 1, HEADERS.get(column));
            }
            text.append("</row>");
            for (int i = 0; i < rows; i++) {
                row(text, i + 2, series, i, i % 100 < faultyOf100, places.get(i % places.size()));
                if (text.length() > 100_000) {
                    write(zip, text.toString());
                    text.setLength(0);
                }
            }
            write(zip, text + "</sheetData></worksheet>");
            zip.closeEntry();
        }
        return file;
    }

    private static void row(StringBuilder text, int row, String series, int i, boolean faulty, String[] place) {
        text.append("<row r=\"").append(row).append("\">");
        words(text, 0, row, String.format(Locale.ROOT, "%s-%06d", series, i));
        words(text, 1, row, "测量点位第" + i + "号");
        words(text, 2, row, faulty ? "没有的类型" : place[1]);
        words(text, 3, row, place[0]);
        words(text, 4, row, "幸福路 " + i + " 号");
        number(text, 5, row, place[2]);
        number(text, 6, row, place[3]);
        words(text, 7, row, "WGS84");
        words(text, 8, row, "批量登记");
        text.append("</row>");
    }

    private static void words(StringBuilder text, int column, int row, String words) {
        text.append("<c r=\"").append((char) ('A' + column)).append(row).append("\" t=\"inlineStr\"><is><t>").append(words).append("</t></is></c>");
    }

    private static void number(StringBuilder text, int column, int row, String number) {
        text.append("<c r=\"").append((char) ('A' + column)).append(row).append("\"><v>").append(number).append("</v></c>");
    }

    private static void part(ZipOutputStream zip, String name, String words) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, words.strip());
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String words) throws IOException {
        zip.write(words.getBytes(StandardCharsets.UTF_8));
    }
}
