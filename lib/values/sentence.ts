/** Adds a missing full stop to a foreign text. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
