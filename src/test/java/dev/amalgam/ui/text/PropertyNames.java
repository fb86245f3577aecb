package dev.amalgam.ui.text;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in one property file, none of which stands there twice. */
final class PropertyNames {
    private PropertyNames() {}

    static Set<String> of(String resource) {
        Once names = new Once();
        try (Reader in = new InputStreamReader(
                requireNonNull(PropertyNames.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stringPropertyNames();
    }

    private static final class Once extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized @Nullable Object put(Object name, Object text) {
            assertThat(containsKey(name)).as("%s stands there twice", name).isFalse();
            return super.put(name, text);
        }
    }
}
