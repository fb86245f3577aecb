package dev.amalgam.export;

import dev.amalgam.project.Sha256;
import dev.amalgam.run.RunException;
import dev.amalgam.run.RunOptions;
import dev.amalgam.run.Worker;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether an exported file is still what its certificate says.
 *
 * @param holds whether it is
 * @param sentence what was found, for people
 */
public record Verification(boolean holds, String sentence) {
    /**
     * Proves a certificate again: the bytes are the same, and the file run anew gives what is written down.
     *
     * @throws IOException where the model or the certificate cannot be read
     * @throws RunException where the model cannot be run here, so that there is no answer
     */
    public static Verification of(Path model, Worker worker, RunOptions options) throws IOException, RunException {
        Certificate certificate = Certificate.read(Certificate.pathFor(model));
        String sha256 = Sha256.of(model).hex();
        if (!sha256.equals(certificate.sha256())) {
            return new Verification(
                    false,
                    "The model is not the one that was certified: its SHA-256 is " + sha256 + ", the certificate says "
                            + certificate.sha256());
        }
        if (certificate.weights().isPresent()) {
            Path weights = model.resolveSibling(
                    Ingredient.name(certificate.weights().get().getKey()));
            if (!Sha256.of(weights).hex().equals(certificate.weights().get().getValue())) {
                return new Verification(false, weights.getFileName() + " is not the one that was certified");
            }
        }
        if (certificate.verdict() == Verdict.DIFFERS) {
            return new Verification(false, "The certificate itself says that the model differs from its amalgamation");
        }
        return certificate.seeded().isPresent()
                ? runAgain(model, certificate.seeded().get(), new Parity(worker, options))
                : new Verification(
                        true,
                        "The bytes are those that were certified; the certificate keeps no outputs to run against");
    }

    private static Verification runAgain(Path model, Certificate.SeededTrial seeded, Parity parity)
            throws RunException {
        Verdict worst = Verdict.EQUAL;
        for (var output : parity.compare(model, seeded.trial()).entrySet()) {
            Difference difference = output.getValue().difference();
            if (!difference.within()) {
                return new Verification(false, "The output '" + output.getKey() + "' differs: " + difference.why());
            }
            worst = worst.and(Verdict.of(difference));
        }
        return new Verification(true, "Every output is " + worst.words());
    }
}
