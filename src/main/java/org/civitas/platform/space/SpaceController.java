package org.civitas.platform.space;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "platform")
class SpaceController {

    /** @param low writes are refused for the moment */
    record SpaceView(long freeMb, long lowWaterMb, boolean low) {}

    private final SpaceWatch watch;

    SpaceController(SpaceWatch watch) {
        this.watch = watch;
    }

    @Allow(Permission.SETTING_MANAGE)
    @Operation(summary = "服务器磁盘余量；低于下限时暂停写入")
    @GetMapping("/api/space")
    SpaceView space(CurrentUser user) {
        SpaceWatch.Reading reading = watch.reading();
        return new SpaceView(reading.freeBytes() >> 20, reading.lowWaterBytes() >> 20, reading.low());
    }
}
