package org.civitas.platform.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.file.Files;
import java.nio.file.Path;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** The free space is told by the test; {@code SmallDiskTest} has a really small disk where one can be mounted. */
@CityTest
class SpaceTest {

    private static final long LITTLE = 100L << 20;
    private static final long ENOUGH = 4L << 30;

    @Autowired
    SpaceWatch watch;

    @Autowired
    Scheduler scheduler;

    @Autowired
    MockMvc web;

    @Value("${civitas.data}")
    Path data;

    @AfterEach
    void readTheDiskAgain() {
        watch.readFrom(() -> ENOUGH);
        watch.readFromDisk();
    }

    @Test
    void below_the_mark_writes_are_refused_in_words_and_reading_goes_on() throws Exception {
        watch.readFrom(() -> LITTLE);

        web.perform(post("/api/cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(TestUsers.as(TestUsers.office())))
                .andExpect(status().isInsufficientStorage())
                .andExpect(jsonPath("$.code").value("storage.full"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("没有丢失")));
        web.perform(get("/api/cases").with(TestUsers.as(TestUsers.office()))).andExpect(status().isOk());
        web.perform(post("/api/session").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotEqualTo(507));
    }

    @Test
    void the_reserve_is_given_up_below_the_mark_and_held_again_when_there_is_room() {
        watch.readFrom(() -> ENOUGH);
        assertThat(data.resolve("space.reserve")).exists();

        watch.readFrom(() -> LITTLE);
        assertThat(data.resolve("space.reserve")).doesNotExist();
        watch.readFrom(() -> (512L + 100) << 20);
        assertThat(watch.isLow())
                .as("room that only the reserve made is not enough")
                .isTrue();

        watch.readFrom(() -> ENOUGH);
        assertThat(watch.isLow()).isFalse();
        assertThat(data.resolve("space.reserve")).exists();
    }

    @Test
    void background_work_pauses_and_goes_on_by_itself() {
        boolean paused = scheduler.getSchedulerState().isPaused();

        watch.readFrom(() -> LITTLE);
        assertThat(scheduler.getSchedulerState().isPaused()).isTrue();

        watch.readFrom(() -> ENOUGH);
        assertThat(scheduler.getSchedulerState().isPaused()).isEqualTo(paused);
    }

    @Test
    void the_administrator_is_told_how_much_is_free() throws Exception {
        watch.readFrom(() -> LITTLE);

        web.perform(get("/api/space").with(TestUsers.as(TestUsers.administrator())))
                .andExpect(jsonPath("$.freeMb").value(100))
                .andExpect(jsonPath("$.lowWaterMb").value(512))
                .andExpect(jsonPath("$.low").value(true));
    }

    @Test
    void a_reserve_that_finds_no_room_leaves_nothing_behind(@TempDir Path folder) throws Exception {
        SpaceReserve reserve = SpaceReserve.in(folder);
        reserve.hold(3 << 20);
        assertThat(Files.size(folder.resolve("space.reserve"))).isEqualTo(3 << 20);

        reserve.release();
        assertThat(folder).isEmptyDirectory();
    }
}
