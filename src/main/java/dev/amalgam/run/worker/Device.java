package dev.amalgam.run.worker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs a model.
 *
 * @param number the number of the graphics processor; −1 for the processor
 * @param note why it is not the device that was asked for
 */
record Device(int number, Optional<String> note) {
    private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");
    private static final int CPU = -1;

    static Device choose(String wanted, NativeRuntime runtime) {
        if (wanted.equals("cpu")) {
            return new Device(CPU, Optional.empty());
        }
        Matcher cuda = CUDA.matcher(wanted);
        if (!cuda.matches()) {
            return cpu("there is no device '" + wanted + "'; there is "
                    + String.join(", ", runtime.ready().devices()));
        }
        if (!runtime.hasCuda()) {
            return cpu("this " + runtime.ready().runtime() + " was built without CUDA");
        }
        String number = cuda.group(1);
        return new Device(number == null ? 0 : Integer.parseInt(number), Optional.empty());
    }

    static Device cpu(String why) {
        return new Device(CPU, Optional.of("Runs on the processor: " + why + "."));
    }

    boolean isCuda() {
        return number != CPU;
    }

    String name() {
        return isCuda() ? "cuda:" + number : "cpu";
    }
}
