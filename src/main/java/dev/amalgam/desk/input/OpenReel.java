package dev.amalgam.desk.input;

import dev.amalgam.kind.KindException;
import dev.amalgam.run.feed.Reel;
import dev.amalgam.run.feed.Reels;
import dev.amalgam.tensor.Tensor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A reel while it is looked at: what was read last is kept, the next is read ahead, and what is broken is skipped and
 * remembered. Safe for use by several threads.
 */
final class OpenReel {
    /** Bytes of pictures that are kept, beside the last one. */
    private static final long MOST_BYTES = 96L << 20;

    private final Reel reel;
    private final Executor background;
    private final LinkedHashMap<Integer, Tensor> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final SortedMap<Integer, String> broken = new TreeMap<>();
    private long bytes;

    /** A picture and where it stands. */
    record Found(int position, Tensor picture) {}

    /** @param background where the next picture is read */
    OpenReel(Reel reel, Executor background) {
        this.reel = reel;
        this.background = background;
    }

    /** The picture at a position, or the next one that can be read. @throws KindException where there is none */
    Found at(int position) throws KindException {
        for (int tried = 0; tried < reel.size(); tried++) {
            int here = Math.floorMod(position + tried, reel.size());
            Tensor picture = read(here);
            if (picture != null) {
                int next = Math.floorMod(here + 1, reel.size());
                background.execute(() -> read(next));
                return new Found(here, picture);
            }
        }
        throw Reels.none(reel);
    }

    /** The nearest position that may hold a picture, so many steps on or back; the same where there is no other. */
    synchronized int step(int position, int by) {
        int here = position;
        for (int steps = Math.abs(by); steps > 0; steps--) {
            int next = here;
            do {
                next = Math.floorMod(next + Integer.signum(by), reel.size());
            } while (broken.containsKey(next) && next != here);
            here = next;
        }
        return here;
    }

    private @Nullable Tensor read(int position) {
        synchronized (this) {
            Tensor known = kept.get(position);
            if (known != null || broken.containsKey(position)) {
                return known;
            }
        }
        try {
            return keep(position, reel.picture(position));
        } catch (KindException e) {
            synchronized (this) {
                broken.put(position, reel.name(position));
            }
            return null;
        }
    }

    private synchronized Tensor keep(int position, Tensor picture) {
        Tensor before = kept.put(position, picture);
        bytes += picture.bytes().remaining()
                - (before == null ? 0 : before.bytes().remaining());
        while (bytes > MOST_BYTES && kept.size() > 1) {
            Map.Entry<Integer, Tensor> eldest = kept.pollFirstEntry();
            bytes -= eldest.getValue().bytes().remaining();
        }
        return picture;
    }

    /** What is known of it now. */
    synchronized ReelState state(int position) {
        Optional<Duration> shown = reel.shown(position);
        return new ReelState(reel.name(), reel.name(position), position, reel.size(), new TreeMap<>(broken), shown);
    }
}
