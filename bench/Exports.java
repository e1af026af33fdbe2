import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole ledger as xlsx, with the heap beside it; psql's copy to csv as the floor. */
final class Exports {

    private Exports() {}

    static void measure(Path folder, int port, boolean quick, String size) throws Exception {
        Machine.psql();
        Path csv = Files.createTempFile("civitas-bench", ".csv");
        try (Program program = Program.start(folder, port, Bench.WITHOUT_LIMITS, false)) {
            program.awaitPage(300);
            Api api = Api.signedIn(port);
            api.download("/api/cases/export");
            Machine.sayLoad("导出前");
            List<Double> seconds = new ArrayList<>();
            double most = 0;
            double old = 0;
            for (int i = 0; i < (quick ? 3 : 7); i++) {
                try (Heap heap = Heap.watch(program.pid())) {
                    long start = System.nanoTime();
                    api.download("/api/cases/export");
                    seconds.add((System.nanoTime() - start) / 1e9);
                    most = Math.max(most, heap.most());
                    old = Math.max(old, heap.mostOld());
                    if (i == 0) {
                        heap.draw();
                    }
                }
            }
            Bench.figure("export." + size + ".s", Bench.median(seconds), "s");
            Bench.figure("export." + size + ".heap_mb", most, "MB");
            Bench.figure("export." + size + ".old_generation_mb", old, "MB");
            long start = System.nanoTime();
            Machine.run(Machine.database(folder), List.of(Machine.psql(), "-XAtq", "-c",
                    "\\copy (select number, state, type_code, description, site_name, spot, area_code, channel, lead_unit_id, "
                            + "holder_unit_id, reported_at, deadline_at, submitted_at, closed_at, reworks, seen_again from case_file "
                            + "order by reported_at desc, id desc) to '" + csv + "' csv"));
            Bench.figure("export." + size + ".floor.s", (System.nanoTime() - start) / 1e9, "s");
            Machine.sayLoad("导出后");
        } finally {
            Files.delete(csv);
        }
    }
}
