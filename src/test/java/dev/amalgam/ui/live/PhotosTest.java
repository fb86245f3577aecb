package dev.amalgam.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotosTest {
    @ParameterizedTest
    @CsvSource({"cat.png,true", "CAT.JPG,true", "cat.jpeg,true", "cat.onnx,false", "png,false"})
    void aPhotoIsToldByItsEnding(String file, boolean photo) {
        assertThat(Photos.isPhoto(file)).isEqualTo(photo);
    }
}
