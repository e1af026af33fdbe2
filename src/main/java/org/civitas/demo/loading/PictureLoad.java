package org.civitas.demo.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.civitas.demo.geography.CityMap;
import org.civitas.demo.picture.Painter;
import org.civitas.demo.story.Album;
import org.civitas.demo.story.Premise;
import org.civitas.media.Media;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.springframework.stereotype.Component;

/** Draws the pictures on all processors and gives them to the media module. */
@Component
class PictureLoad {

    private final Media media;

    PictureLoad(Media media) {
        this.media = media;
    }

    void load(Premise premise) {
        CityCode city = CurrentCity.required();
        ExecutorService painters =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<?>> work = new ArrayList<>();
            for (Album.Pair pair : premise.album().all()) {
                work.add(painters.submit(() -> CurrentCity.run(city, () -> keep(pair))));
            }
            for (Future<?> each : work) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("演示图片未能生成", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            painters.shutdownNow();
        }
    }

    private void keep(Album.Pair pair) {
        media.keepDrawn(pair.before(), Painter.jpeg(pair.scene(), true), CityMap.ROOT);
        media.keepDrawn(pair.after(), Painter.jpeg(pair.scene(), false), CityMap.ROOT);
    }
}
