package org.civitas.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.demo.chance.Draw;
import org.jspecify.annotations.Nullable;

/** Tells one case from its finding on, step by step, until it ends or the story's last moment is reached. */
final class CaseTelling {

    private final WorkingTime calendar;
    private final Cast cast;
    private final Draw draw;
    private final Instant until;
    private final double share;
    private final StoryCase file;
    private final boolean market;
    private final CaseWords words;
    private Instant now;
    private boolean cut;
    private @Nullable LimitClock clock;

    CaseTelling(WorkingTime calendar, Cast cast, Draw draw, Instant until, double share, StoryCase file) {
        this.calendar = calendar;
        this.cast = cast;
        this.draw = draw;
        this.until = until;
        this.share = share;
        this.file = file;
        this.market = file.finding().siteType().equals("市场");
        this.words = new CaseWords(draw);
        this.now = file.foundAt();
    }

    void tell() {
        begin();
        if (cut || file.state().equals("DISMISSED")) {
            return;
        }
        boolean false_ = draw.chance(0.006);
        if (false_ && draw.chance(0.5)) {
            annul();
            return;
        }
        StoryUnit lead = dispatched();
        if (!cut) {
            handled(lead);
        }
        if (false_ && file.state().equals("CLOSED")) {
            annul();
        }
    }

    private void begin() {
        Finding finding = file.finding();
        StepNote found = new StepNote.Found(file.kind().pictureNeeded(), finding.pictures(), finding.sourceId());
        if (finding.channel().equals("INSPECTION")) {
            step("FIND", "ACCEPTED", finding.reporter(), finding.words(), found);
            return;
        }
        step("REPORT", "REPORTED", finding.reporter(), finding.words(), found);
        later(draw.chance(0.2) ? draw.between(3, 12) : draw.between(0.2, 3));
        if (draw.chance(0.045)) {
            step("DISMISS", "DISMISSED", office(), words.dismissal(), new StepNote.Plain());
        } else {
            step("ACCEPT", "ACCEPTED", office(), "", new StepNote.Plain());
        }
    }

    /** Dispatches until a unit keeps it; answers the unit that does. */
    private StoryUnit dispatched() {
        StoryUnit lead = firstLead();
        boolean ruling = false;
        int refusals = 0;
        while (true) {
            later(draw.chance(0.06) ? draw.between(6, 16) : draw.between(0.3, 4));
            dispatch(lead, ruling);
            if (cut || ruling || refusals >= 2 || !Mood.refuses(draw, lead)) {
                return lead;
            }
            later(draw.between(0.5, 3.5));
            step("REFUSE", "ACCEPTED", cast.handler(lead.id()), words.refusal(), new StepNote.Refused(words.basis()));
            clock = null;
            if (cut) {
                return lead;
            }
            refusals++;
            boolean same = draw.chance(0.45);
            ruling = same && draw.chance(0.7);
            lead = same ? lead : cast.territory(file.areaCode().substring(0, 6));
        }
    }

    private StoryUnit firstLead() {
        String area = file.areaCode();
        StoryUnit bureau = cast.competent(file.finding().siteType(), file.kind().name());
        return switch (draw.weighted(0.46, 0.38, 0.16)) {
            case 0 -> bureau;
            case 1 -> cast.territory(area.substring(0, 6));
            default -> cast.territory(area.substring(0, 9));
        };
    }

    private void dispatch(StoryUnit lead, boolean ruling) {
        List<UUID> helpers = new ArrayList<>();
        if (lead.bureau() && draw.chance(0.06)) {
            helpers.add(cast.territory(file.areaCode().substring(0, 9)).id());
        }
        boolean needed = file.kind().pictureNeeded();
        clock = new LimitClock(calendar, now, file.kind().limit());
        StepNote note = new StepNote.Dispatched(lead.id(), helpers, file.kind().limit(), ruling, needed);
        step(
                "DISPATCH",
                "DISPATCHED",
                office(),
                ruling ? words.ruling() : words.order(file.kind().limit()),
                note);
    }

    private void handled(StoryUnit lead) {
        LimitClock running = java.util.Objects.requireNonNull(clock);
        Actor handler = cast.handler(lead.id());
        boolean late = draw.chance(Mood.late(file.areaCode().substring(0, 6), market, share));
        boolean stuck = draw.chance(0.012) && Duration.between(now, until).toDays() < 60;
        boolean rework = draw.chance(Mood.rework(market));
        Instant submit = late
                ? calendar.plus(running.deadline(), minutes(draw.between(0.7, 16)))
                : running.at(draw.between(0.16, rework ? 0.5 : 0.93));
        Instant dispatchedAt = now;
        later(draw.chance(0.95) ? draw.between(0.1, 3.6) : draw.between(4.3, 8));
        if (!now.isBefore(submit)) {
            now = between(dispatchedAt, submit, 0.4);
        }
        step("SIGN", "HANDLING", handler, "", new StepNote.Plain());
        if (!cut && lead.code().length() == 6 && draw.chance(0.62)) {
            passedDown(lead, handler, submit);
        }
        if (cut || stuck) {
            return;
        }
        now = submit;
        submitted(handler);
        while (rework && !cut) {
            failed(handler, running);
            rework = draw.chance(0.12);
        }
        if (!cut) {
            later(draw.between(0.6, 11));
            step("PASS", "CLOSED", verifier(), words.passed(), new StepNote.Plain());
        }
    }

    private void passedDown(StoryUnit lead, Actor handler, Instant submit) {
        StoryUnit street = cast.territory(file.areaCode().substring(0, 9));
        Instant signed = now;
        now = between(signed, submit, 0.12);
        Instant inner = between(signed, java.util.Objects.requireNonNull(clock).deadline(), 0.85);
        if (!inner.isAfter(now)) {
            return;
        }
        step("ASSIGN", "HANDLING", handler, words.passedDown(), new StepNote.Assigned(lead.id(), street.id(), inner));
        if (!cut) {
            now = between(signed, submit, 0.82);
            step("HAND_IN", "HANDLING", cast.handler(street.id()), words.mended(), mended());
        }
    }

    private void submitted(Actor handler) {
        step("SUBMIT", "SUBMITTED", handler, words.mended(), mended());
        if (!cut) {
            java.util.Objects.requireNonNull(clock).rest(now);
        }
    }

    private void failed(Actor handler, LimitClock running) {
        later(draw.between(0.6, 8));
        if (!now.isAfter(until)) {
            running.goOn(now);
        }
        step("FAIL", "HANDLING", verifier(), words.failed(), new StepNote.Plain());
        if (!cut) {
            boolean timeLeft = running.left().toMinutes() > 20;
            now = timeLeft ? running.at(draw.between(0.2, 0.9)) : calendar.plus(now, minutes(draw.between(1, 6)));
            submitted(handler);
        }
    }

    private void annul() {
        List<Actor> office = cast.withRole("CITY_OFFICE");
        int first = draw.below(office.size());
        String state = file.state();
        later(draw.between(1, 12));
        step("PROPOSE_ANNUL", state, office.get(first), words.annulment(), new StepNote.Plain());
        if (!cut) {
            later(draw.between(1, 8));
            step(
                    "CONFIRM_ANNUL",
                    "ANNULLED",
                    office.get((first + 1) % office.size()),
                    "情况属实，同意撤销。",
                    new StepNote.Plain());
        }
    }

    private StepNote mended() {
        UUID after = file.finding().afterPicture();
        return after == null
                ? new StepNote.Mended(List.of(), file.kind().pictureNeeded() ? words.reference() : "")
                : new StepNote.Mended(List.of(after), "");
    }

    private void step(String command, String to, Actor actor, String said, StepNote note) {
        if (cut || now.isAfter(until)) {
            cut = true;
            return;
        }
        List<StoryStep> steps = file.mutableSteps();
        String from = steps.isEmpty() ? null : steps.getLast().to();
        LimitClock running = command.equals("REFUSE") ? null : clock;
        Instant deadline = running == null ? null : running.deadline();
        steps.add(new StoryStep(steps.size() + 1, command, from, to, now, actor, said, note, deadline, draw.id(now)));
    }

    private void later(double workingHours) {
        now = calendar.plus(now, minutes(workingHours));
    }

    private Instant between(Instant from, Instant to, double part) {
        Duration worked = calendar.between(from, to);
        return worked.toMinutes() > 10
                ? calendar.plus(from, Duration.ofSeconds(Math.round(worked.toSeconds() * part)))
                : from.plusSeconds(Math.round(Duration.between(from, to).toSeconds() * part));
    }

    private static Duration minutes(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private Actor office() {
        return draw.pick(cast.withRole("CITY_OFFICE"));
    }

    private Actor verifier() {
        return draw.pick(cast.withRole("INSPECTOR"));
    }
}
