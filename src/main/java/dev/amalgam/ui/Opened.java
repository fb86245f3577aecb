package dev.amalgam.ui;

import dev.amalgam.desk.Desk;
import dev.amalgam.desk.Workspace;
import dev.amalgam.project.Preferences;
import dev.amalgam.project.ProjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the window begins with, and why some of it could not be opened. */
record Opened(List<Workspace> workspaces, List<ProjectException> refused) {
    /** What was open when the window was left, and the file; files that are gone since are passed over. */
    static Opened of(Desk desk, Optional<Path> file) {
        Stream<Path> before = desk.preferences().now().session().stream().filter(Files::exists);
        Opened opened = new Opened(new ArrayList<>(), new ArrayList<>());
        Stream.concat(before, file.stream()).distinct().forEach(it -> opened.add(desk, it));
        if (opened.workspaces.isEmpty()) {
            opened.workspaces.add(desk.blank());
        }
        return opened;
    }

    /** The file or, where none is given, what was shown last; the first of all where neither is open. */
    Workspace shown(Optional<Path> file, Preferences likes) {
        return Stream.concat(file.stream(), likes.recent().stream())
                .flatMap(wanted -> workspaces.stream().filter(it -> it.file().equals(Optional.of(wanted))))
                .findFirst()
                .orElse(workspaces.getFirst());
    }

    private void add(Desk desk, Path file) {
        try {
            workspaces.add(desk.open(file));
        } catch (ProjectException e) {
            refused.add(e);
        }
    }
}
