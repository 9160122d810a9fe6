/** The small squares that the panel is laid out on. */

/** CSS pixels of a square's side. */
export const CELL = 3;
/** The number of squares that are nobody's. */
export const SEA = 0;
