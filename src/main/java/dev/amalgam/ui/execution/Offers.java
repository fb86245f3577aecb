package dev.amalgam.ui.execution;

import dev.amalgam.desk.LiveState;
import dev.amalgam.run.Device;
import dev.amalgam.run.DeviceOffer;
import dev.amalgam.run.RuntimeInfo;
import dev.amalgam.ui.thread.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What models can be run on here. The runtime is asked once, when it is there; until then there is the processor. For the UI thread only. */
public final class Offers {
    private final Callable<RuntimeInfo> runtime;
    private List<DeviceOffer> known = List.of();
    private boolean asked;

    /** @param runtime tells what there is; it may take its time */
    public Offers(Callable<RuntimeInfo> runtime) {
        this.runtime = runtime;
    }

    /** Asks the runtime, where it has started by now and was not asked yet; then calls {@code told}. */
    public void look(LiveState state, Runnable told) {
        if (!asked && !state.runtime().isEmpty()) {
            asked = true;
            UiThread.compute(this, () -> DeviceOffer.all(runtime.call()), offers -> {
                known = offers;
                told.run();
            });
        }
    }

    /** The devices of one way to run models. */
    List<Device> devices(Device.Provider provider) {
        List<Device> there = known.stream()
                .filter(offer -> offer.isThere() && offer.device().provider() == provider)
                .map(DeviceOffer::device)
                .toList();
        return there.isEmpty() && provider == Device.Provider.CPU ? List.of(Device.CPU) : there;
    }

    /** Why there are none; empty also where the runtime has not told yet. */
    Optional<String> missing(Device.Provider provider) {
        return known.stream()
                .filter(offer -> offer.device().provider() == provider)
                .flatMap(offer -> offer.missing().stream())
                .findFirst();
    }
}
