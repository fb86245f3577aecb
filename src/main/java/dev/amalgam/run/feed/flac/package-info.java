/**
 * Floor 4: reads FLAC, the free lossless audio codec, as RFC 9639 describes it. All decoders for Java that are kept are under
 * licences that this program could not ship.
 */
@NullMarked
package dev.amalgam.run.feed.flac;

import org.jspecify.annotations.NullMarked;
