/**
 * What passes between {@code run} and {@code run.worker}: frames of JSON on the pipes and tensors in shared memory. Both
 * ends trust nothing that comes out of it. Only the folder that goes away with its process serves others too.
 */
@NullMarked
package dev.amalgam.run.channel;

import org.jspecify.annotations.NullMarked;
