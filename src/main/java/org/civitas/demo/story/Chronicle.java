package org.civitas.demo.story;

/** 编年 — takes down what the story tells; a visit comes after its plan and task, a case when it will not change any more. */
public interface Chronicle {

    void plan(StoryPlan plan);

    void task(StoryTask task);

    void visit(StoryVisit visit);

    void file(StoryCase file);

    /** A month has been told; {@code done} of {@code total}. */
    void month(int done, int total);
}
