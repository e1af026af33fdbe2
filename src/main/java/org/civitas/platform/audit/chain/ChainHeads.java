package org.civitas.platform.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the heads of the chain outside the database, one file a city, {@code <folder>/<city>.jsonl}.
 *
 * <p>A line is only ever added, and is on the disk when {@link #write} returns. Each node writes into its own folder: to
 * have all heads together, let the folder be one that the nodes share.
 */
@Component
class ChainHeads {

    private static final Logger LOG = LoggerFactory.getLogger(ChainHeads.class);

    private final Path folder;
    private final SealLines sealing;
    private final Cities cities;
    private final Clock clock;

    ChainHeads(AuditSettings settings, SealLines sealing, Cities cities, Clock clock) {
        this.folder = settings.heads();
        this.sealing = sealing;
        this.cities = cities;
        this.clock = clock;
    }

    /** Seals what there is and writes the head of the current city; answers it. */
    ChainHead write(String cause) {
        sealing.all();
        SealLines.ChainEnd end = sealing.end();
        CityCode city = CurrentCity.required();
        var head = new ChainHead(end.number(), end.hash(), clock.instant());
        HeadFile.add(folder, city, head, cause);
        return head;
    }

    /** The file of the current city as text; empty when there is none on this node. */
    String text() {
        Path file = file(CurrentCity.required());
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ChainHead> kept() {
        return ChainHead.read(text());
    }

    /** Writes the heads of all cities; a fault in one does not hold up the others. */
    void writeAll(String cause) {
        for (Cities.City city : cities.all()) {
            try {
                CurrentCity.run(city.code(), () -> write(cause));
            } catch (RuntimeException e) {
                LOG.error("audit head of city {}", city.code(), e);
            }
        }
    }

    /** The last head of a run; the database still stands when the application says that it closes. */
    @EventListener
    void closing(ContextClosedEvent event) {
        try {
            writeAll("shutdown");
        } catch (RuntimeException e) {
            LOG.warn("停止时没有写出审计链头：{}", e.getMessage());
        }
    }

    private Path file(CityCode city) {
        return HeadFile.of(folder, city);
    }
}
