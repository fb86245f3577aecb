package dev.amalgam.ui.canvas;

/**
 * What a person is about to do with the pointer held down. It begins when it is made; from then on it is updated, until it is
 * either ended, which is when the document may change, or cancelled, which leaves everything as it was.
 */
interface Intention {
    /** How far the pointer goes, in pixels, before a click becomes a drag. */
    double SLACK = 4;

    void update(Pointer at);

    void end(Pointer at);

    void cancel();
}
