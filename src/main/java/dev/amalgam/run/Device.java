package dev.amalgam.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can run models.
 *
 * @param provider what the runtime calls the way to it
 * @param number which one, where there may be several; 0 otherwise
 */
public record Device(Provider provider, int number) {
    /** The processor, which is always there. */
    public static final Device CPU = new Device(Provider.CPU, 0);

    private static final Pattern NAME = Pattern.compile("([a-z]+)(?::(\\d{1,3}))?");

    /** The ways to run models that this program knows. */
    public enum Provider {
        /** The processor. */
        CPU("CPU", "CPUExecutionProvider", false),
        /** Graphics processors of NVIDIA. */
        CUDA("CUDA", "CUDAExecutionProvider", true),
        /** The same, through a compiler that takes minutes and makes models faster. */
        TENSORRT("TensorRT", "TensorrtExecutionProvider", true),
        /** What a Mac has, as its system sees fit. */
        COREML("Core ML", "CoreMLExecutionProvider", false),
        /** Graphics processors under Windows, of any maker. */
        DIRECTML("DirectML", "DmlExecutionProvider", true);

        private final String title;
        private final String runtimeName;
        private final boolean counted;

        Provider(String title, String runtimeName, boolean counted) {
            this.title = title;
            this.runtimeName = runtimeName;
            this.counted = counted;
        }

        /** What people call it. */
        public String title() {
            return title;
        }

        /** What ONNX Runtime calls it. */
        public String runtimeName() {
            return runtimeName;
        }

        /** How a name of its devices begins, such as {@code cuda}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its first device. */
        public Device first() {
            return new Device(this, 0);
        }
    }

    /** The device of that name, {@code cuda:1} or {@code cuda} for the first; empty where the program knows no such device. */
    public static Optional<Device> named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> number = Optional.ofNullable(matcher.group(2));
        return Arrays.stream(Provider.values())
                .filter(provider -> provider.word().equals(matcher.group(1)))
                .filter(provider -> provider.counted || number.isEmpty())
                .findFirst()
                .map(provider ->
                        new Device(provider, number.map(Integer::parseInt).orElse(0)));
    }

    /** Its name, such as {@code cpu} or {@code cuda:0}. */
    public String name() {
        return provider.counted ? provider.word() + ":" + number : provider.word();
    }

    /** What people call it, such as {@code CPU}, {@code CUDA} or {@code CUDA 1} for the second. */
    public String title() {
        return number == 0 ? provider.title() : provider.title() + " " + number;
    }
}
