package dev.amalgam.export;

import dev.amalgam.compile.LoweringException;
import dev.amalgam.compile.Problem;
import dev.amalgam.compile.Regions;
import dev.amalgam.compile.Typing;
import dev.amalgam.kind.KindException;
import dev.amalgam.onnx.OnnxException;
import dev.amalgam.onnx.OnnxModel;
import dev.amalgam.project.ProjectException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Writes what ships to its place. What fails with another file that stands for it is told in terms of the place. */
final class Shipping {
    private final Path place;

    Shipping(Path place) {
        this.place = place;
    }

    /**
     * Writes the model.
     *
     * @param file the place, or one beside it
     * @return the file beside it that has the weights; empty where they are in the model
     */
    Optional<Path> write(Typing typing, String name, Path file, ExportOptions choices)
            throws ExportException, IOException {
        OnnxModel model = model(typing, name, choices);
        try {
            return model.write(file, choices.mostInside(), place.getFileName().toString());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static OnnxModel model(Typing typing, String name, ExportOptions choices)
            throws ExportException, IOException {
        List<Problem> errors =
                typing.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ExportException("Problems stand against an export", errors);
        }
        Regions regions = new Regions(typing);
        if (regions.results().isEmpty()) {
            throw new ExportException("No node is an output, so there is nothing to export", typing.problems());
        }
        try {
            return FileNotes.on(typing, regions.joined(name, choices.form()), choices);
        } catch (LoweringException e) {
            throw new ExportException("It cannot be made one model", List.of(e.problem()));
        } catch (KindException e) {
            throw new ProjectException(e.code(), e.getMessage(), e.remedy());
        }
    }

    /** Puts the model in its place, where it replaces what was there. */
    void settle(Path file, Optional<Path> weights) throws IOException {
        try {
            if (!file.equals(place)) {
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
            DataFiles.keepOnly(weights, place);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private IOException unwritable(IOException e) {
        if (e instanceof OnnxException) {
            return e;
        }
        String why = e instanceof FileSystemException file
                ? Optional.ofNullable(file.getReason()).orElse("it may not be written by you")
                : String.valueOf(e.getMessage());
        return new ProjectException(
                "unwritable",
                place + " could not be written: " + why + "; what was there is unchanged",
                "Make room, or export somewhere else");
    }
}
