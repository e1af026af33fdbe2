package org.civitas.inspection.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 抽取记录 — one draw as it was made, with all it rested on; never changed. */
public record DrawRecord(
        UUID id,
        UUID planId,
        int number,
        String algorithm,
        int algorithmVersion,
        DrawInput input,
        String candidatesHash,
        List<Shortfall> shortfalls,
        int drawnCount,
        String resultHash,
        String reason,
        String drawnByName,
        Instant drawnAt) {

    /** 重抽验证 — what drawing again gave. */
    public record Verification(boolean candidatesUntouched, boolean sameResult, String resultHash, DrawResult result) {

        public boolean holds() {
            return candidatesUntouched && sameResult;
        }
    }

    /** Draws again from the stored input and compares. */
    public Verification verify() {
        DrawResult again = RandomDraw.draw(input);
        return new Verification(
                input.candidates().hash().equals(candidatesHash), again.hash().equals(resultHash), again.hash(), again);
    }
}
