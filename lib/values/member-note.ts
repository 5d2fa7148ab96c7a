export const longestNote = 2_000;

/** The notes of one member are read together, so their number is bounded. */
export const mostNotes = 200;
