/**
 * Floor 5: what leaves the program — the fused model as one file, the certificate that it answers as the canvas did, and the
 * proof of that certificate.
 */
@NullMarked
package dev.amalgam.export;

import org.jspecify.annotations.NullMarked;
