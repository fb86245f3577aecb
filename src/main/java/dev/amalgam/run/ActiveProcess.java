package dev.amalgam.run;

import dev.amalgam.run.channel.FromWorker;

/** A process that said that it is ready. */
record ActiveProcess(WorkerProcess process, FromWorker.Ready ready) {
    RuntimeInfo info() {
        return new RuntimeInfo(
                ready.runtime(),
                ready.djl(),
                ready.providers(),
                ready.devices(),
                process.pid(),
                process.memoryBytes().orElse(0));
    }
}
