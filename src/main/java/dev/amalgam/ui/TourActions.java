package dev.amalgam.ui;

import dev.amalgam.desk.PreferenceKeeper;
import dev.amalgam.project.Preferences;
import dev.amalgam.ui.action.Actions;
import dev.amalgam.ui.tour.Tour;

/** The guided tour of the window, on the sample where nothing else is open. */
final class TourActions {
    private TourActions() {}

    static void register(
            Actions actions, Shell shell, Session session, FileCommands files, PreferenceKeeper preferences) {
        actions.add("help.tour", () -> {
            if (session.shown().isUntouched()) {
                files.sample();
            }
            Tour.begin(shell.window(), shell.tour(), () -> preferences.change(Preferences::withTourSeen));
        });
    }
}
