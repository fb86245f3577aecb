package dev.amalgam.run.feed;

import dev.amalgam.kind.Feed;
import dev.amalgam.kind.KindException;
import dev.amalgam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text, line by line. */
public final class TextLines {
    private TextLines() {}

    /**
     * The lines of a file.
     *
     * @return string[lines]
     * @throws KindException with the code {@code bad-text} where it is too large, no text in UTF-8, or cannot be read
     */
    public static Tensor read(Path file) throws KindException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.TEXT_BYTES);
            if (in.read() >= 0) {
                throw bad(file, "it has more than " + (Limits.TEXT_BYTES >> 20) + " MB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Feed.Lines.tensor(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw bad(file, "it is not text in UTF-8");
        } catch (IOException e) {
            throw bad(file, "it cannot be read here");
        }
    }

    private static KindException bad(Path file, String why) {
        return new KindException(
                "bad-text",
                "file",
                "The text '" + file.getFileName() + "' cannot be used: " + why,
                "Choose a text file in UTF-8 of up to " + (Limits.TEXT_BYTES >> 20) + " MB");
    }
}
