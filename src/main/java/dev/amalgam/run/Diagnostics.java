package dev.amalgam.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last that a process printed. */
final class Diagnostics {
    private static final int MAX_LINES = 200;
    private static final int MAX_LINE = 500;
    private static final Pattern SIGNAL = Pattern.compile("\\b(SIG[A-Z]{2,6}|EXCEPTION_[A-Z_]+)\\b");

    private final Deque<String> lines = new ArrayDeque<>();

    /** Takes over what is printed until it ends. */
    void drain(InputStream printed) {
        byte[] block = new byte[4096];
        try {
            for (int read = printed.read(block); read >= 0; read = printed.read(block)) {
                add(java.util.Arrays.copyOf(block, read));
            }
        } catch (IOException e) {
            // The process is gone, and so is what it would have printed.
        }
    }

    synchronized void add(byte[] printed) {
        String text = new String(printed, StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            lines.addLast(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line);
            if (lines.size() > MAX_LINES) {
                lines.removeFirst();
            }
        });
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    /** How a process ended: by which signal, or with which exit code. */
    String ending(int exitCode) {
        Matcher signal = SIGNAL.matcher(text());
        if (signal.find()) {
            return signal.group(1);
        }
        return switch (exitCode) {
            case 128 + 4 -> "SIGILL";
            case 128 + 6 -> "SIGABRT";
            case 128 + 7 -> "SIGBUS";
            case 128 + 8 -> "SIGFPE";
            case 128 + 9 -> "SIGKILL";
            case 128 + 11 -> "SIGSEGV";
            case 128 + 15 -> "SIGTERM";
            default -> "exit code " + exitCode;
        };
    }
}
