/** A card's code as it was issued, whatever case, dashes or spaces it is typed with. */
export const foldedCardCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
