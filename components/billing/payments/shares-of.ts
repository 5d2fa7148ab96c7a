type Open = { id: string; open_minor: number };

/** What each part of a split pays of the chosen invoices, in their order. What is left of a part pays no invoice. */
export function sharesOf(parts: readonly number[], invoices: readonly Open[]) {
  const left = invoices.map(({ id, open_minor }) => ({ id, open_minor }));
  return parts.map((part) => {
    let rest = part;
    return left.flatMap((invoice) => {
      const amount_minor = Math.min(rest, invoice.open_minor);
      if (amount_minor === 0) return [];
      rest -= amount_minor;
      invoice.open_minor -= amount_minor;
      return [{ id: invoice.id, amount_minor }];
    });
  });
}
