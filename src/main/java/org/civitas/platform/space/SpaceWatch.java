package org.civitas.platform.space;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.civitas.platform.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * 磁盘余量 — reads the free space of the data folder's disk once a second. Below the low-water mark the reserve is given
 * up, writes are refused and background work pauses; once there is room for the reserve above the mark again, all goes on
 * by itself.
 */
@Component
@EnableConfigurationProperties(SpaceSettings.class)
public class SpaceWatch implements SmartLifecycle {

    /** 余量读数 — free bytes as last read, the mark, and whether writes are refused. */
    public record Reading(long freeBytes, long lowWaterBytes, boolean low) {}

    private static final Logger LOG = LoggerFactory.getLogger(SpaceWatch.class);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final SpaceSettings settings;
    private final SpaceReserve reserve;
    private final Path folder;
    private final ObjectProvider<Scheduler> scheduler;
    private volatile LongSupplier free = this::usable;
    private volatile Reading reading;
    private volatile boolean running;

    SpaceWatch(SpaceSettings settings, DatabaseSettings data, ObjectProvider<Scheduler> scheduler) {
        this.settings = settings;
        this.folder = data.data().toAbsolutePath();
        this.reserve = SpaceReserve.in(folder);
        this.scheduler = scheduler;
        this.reading = new Reading(Long.MAX_VALUE, settings.lowWater(), false);
    }

    /** Are writes refused for the moment? */
    public boolean isLow() {
        return reading.low();
    }

    /** What was read last. */
    public Reading reading() {
        return reading;
    }

    /** Lets tests say how much is free. */
    void readFrom(LongSupplier other) {
        free = other;
        look();
    }

    void readFromDisk() {
        readFrom(this::usable);
    }

    private long usable() {
        try {
            return Files.exists(folder) ? Files.getFileStore(folder).getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException unreadable) {
            return Long.MAX_VALUE;
        }
    }

    synchronized void look() {
        long now = free.getAsLong();
        boolean before = reading.low();
        long enough = settings.lowWater() + (before ? settings.reserve() + settings.lowWater() / 8 : 0);
        boolean low = now < enough;
        reading = new Reading(now, settings.lowWater(), low);
        if (low && !before) {
            fallenBelow(now);
        } else if (!low) {
            holdReserve(now);
            if (before) {
                scheduler.ifAvailable(Scheduler::resume);
                LOG.warn("磁盘剩余 {} MB，已恢复写入", now >> 20);
            }
        }
    }

    private void fallenBelow(long now) {
        LOG.error("磁盘只剩 {} MB，低于 {} MB：暂停写入和后台任务，查看不受影响；腾出空间后自动恢复", now >> 20, settings.lowWaterMb());
        scheduler.ifAvailable(Scheduler::pause);
        try {
            reserve.release();
        } catch (IOException e) {
            LOG.error("预留空间没有释放：{}", e.getMessage());
        }
    }

    private void holdReserve(long now) {
        if (reserve.isHeld() || now < settings.lowWater() + settings.reserve()) {
            return;
        }
        try {
            reserve.hold(settings.reserve());
        } catch (IOException e) {
            LOG.warn("预留空间没有建立：{}", e.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("civitas-space").start(this::watch);
    }

    private void watch() {
        while (running) {
            try {
                look();
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("free space not read", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
