package org.candor.local.demo;

/** A part of the story. */
interface Chapter {

    String title();

    /** Plays it; throws at the first step that does not come out as told. */
    void play(Stage stage) throws StepFailed, InterruptedException;
}
