/** A line as it is written; null where the text is no amount. */
export type WrittenLine = {
  key: number;
  description: string;
  quantity: number;
  price_minor: number | null;
  tax_class: string;
};

export const emptyLine = (key: number, tax_class: string): WrittenLine => ({
  ...{ key, description: "", quantity: 1, price_minor: null, tax_class },
});

export const isComplete = ({ description, price_minor, quantity }: WrittenLine): boolean =>
  description.trim() !== "" && price_minor !== null && quantity >= 1;

/** The complete lines as the API takes them. */
export const linesOf = (lines: readonly WrittenLine[]) =>
  lines.filter(isComplete).map(({ description, quantity, price_minor, tax_class }) => ({
    ...{ description: description.trim(), quantity, price_minor: price_minor ?? 0, tax_class },
  }));
