import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The heap of the program while something goes on, seen from outside by jstat every 100 ms. */
final class Heap implements AutoCloseable {

    /** @param used all generations; @param old what survived collections */
    record Moment(double seconds, double used, double old) {}

    private final Process jstat;
    private final Thread reader;
    private final List<Moment> moments = new ArrayList<>();
    private final long start = System.nanoTime();

    private Heap(Process jstat) {
        this.jstat = jstat;
        this.reader = new Thread(this::read);
        reader.start();
    }

    static Heap watch(long pid) throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
        return new Heap(new ProcessBuilder(program, "-gc", Long.toString(pid), "100").redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader lines = jstat.inputReader(StandardCharsets.UTF_8)) {
            List<String> names = List.of(lines.readLine().strip().split("\\s+"));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.strip().split("\\s+");
                double old = number(names, cells, "OU");
                double used = old + number(names, cells, "EU") + number(names, cells, "S0U") + number(names, cells, "S1U");
                synchronized (moments) {
                    moments.add(new Moment((System.nanoTime() - start) / 1e9, used / 1024, old / 1024));
                }
            }
        } catch (IOException ended) {
            // jstat was stopped
        }
    }

    private static double number(List<String> names, String[] cells, String name) {
        return Double.parseDouble(cells[names.indexOf(name)]);
    }

    List<Moment> moments() {
        synchronized (moments) {
            return List.copyOf(moments);
        }
    }

    double most() {
        return moments().stream().mapToDouble(Moment::used).max().orElse(0);
    }

    double mostOld() {
        return moments().stream().mapToDouble(Moment::old).max().orElse(0);
    }

    /** The curve in at most twenty lines of text, on the error stream. */
    void draw() {
        List<Moment> all = moments();
        int step = Math.max(1, all.size() / 20);
        for (int i = 0; i < all.size(); i += step) {
            Moment each = all.get(i);
            System.err.printf(Locale.ROOT, "  %5.1f s  %6.1f MB (old %6.1f)  %s%n", each.seconds(), each.used(), each.old(),
                    "#".repeat((int) (each.used() / 8)));
        }
    }

    @Override
    public void close() throws InterruptedException {
        jstat.destroy();
        reader.join(5_000);
    }
}
