package dev.amalgam.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amalgam.run.Device.Provider;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
    private static final RuntimeInfo PROCESSOR = info(List.of("CPUExecutionProvider"), List.of("cpu"));

    private static RuntimeInfo info(List<String> providers, List<String> devices) {
        return new RuntimeInfo("ONNX Runtime 1.2.3", "0", providers, devices, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, cpu, CPU",
        "cuda, cuda:0, CUDA",
        "cuda:2, cuda:2, CUDA 2",
        "tensorrt:1, tensorrt:1, TensorRT 1",
        "coreml, coreml, Core ML",
        "directml, directml:0, DirectML"
    })
    void aDeviceHasAName(String named, String name, String title) {
        Device device = Device.named(named).orElseThrow();
        assertThat(device.name()).isEqualTo(name);
        assertThat(device.title()).isEqualTo(title);
        assertThat(Device.named(name)).contains(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tpu", "cpu:0", "coreml:1", "cuda:", "cuda:1000", "CUDA", "cuda 1"})
    void whatIsNoNameNamesNothing(String text) {
        assertThat(Device.named(text)).isEmpty();
    }

    @Test
    void onAProcessorAloneEveryOtherWayIsOfferedWithTheReasonAgainstIt() {
        List<DeviceOffer> offers = DeviceOffer.all(PROCESSOR);
        assertThat(offers).extracting(offer -> offer.device().provider()).containsExactly(Provider.values());
        assertThat(offers)
                .filteredOn(DeviceOffer::isThere)
                .containsExactly(new DeviceOffer(Device.CPU, Optional.empty()));
        assertThat(offers.get(1).missing()).contains("this ONNX Runtime 1.2.3 was built without CUDA");
    }

    @Test
    void everyGraphicsCardIsOffered() {
        RuntimeInfo two = info(
                List.of("TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"),
                List.of("cpu", "cuda:0", "cuda:1"));
        assertThat(DeviceOffer.all(two))
                .filteredOn(DeviceOffer::isThere)
                .extracting(offer -> offer.device().name())
                .containsExactly("cpu", "cuda:0", "cuda:1");
        assertThat(DeviceOffer.missing("cuda", two)).isEmpty();
        assertThat(DeviceOffer.missing("cuda:2", two))
                .contains("there is no device 'cuda:2'; there is cpu, cuda:0, cuda:1");
        assertThat(DeviceOffer.missing("tensorrt", two))
                .contains("no graphics processor that TensorRT can use was found");
        assertThat(DeviceOffer.missing("tpu", two)).contains("there is no device 'tpu'; there is cpu, cuda:0, cuda:1");
    }
}
