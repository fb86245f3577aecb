package dev.amalgam.tensor;

/** What a tensor is made of: a definite {@link ElementType}, or a variable that stands for one inside a signature. */
public sealed interface Element permits ElementType, ElementVariable {}
