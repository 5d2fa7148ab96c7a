/** Somebody else's words, ended as ours are. */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
