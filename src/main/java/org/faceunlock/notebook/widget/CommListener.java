package org.faceunlock.notebook.widget;

/** Hears what the page says on one comm; called by the kernel on the thread that runs cells, one call at a time. */
public interface CommListener {
    /** A comm_msg came; nothing may be thrown, for that would end the kernel's thread. */
    void received(CommMessage data);

    /** The page closed the comm. */
    void closed();
}
