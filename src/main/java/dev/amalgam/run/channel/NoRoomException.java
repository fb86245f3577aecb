package dev.amalgam.run.channel;

import java.io.IOException;

/** Values are larger than what may be handed over, or than what the system has room for. */
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1L;

    NoRoomException(String message) {
        super(message);
    }
}
