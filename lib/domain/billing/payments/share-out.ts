type Share = { id: string; amount_minor: number };

/** What each part of a split pays of the invoices, in their order. What is left of a part pays no invoice. */
export function shareOut(parts: readonly { amount_minor: number }[], shares: readonly Share[]): Share[][] {
  const left = shares.map((share) => ({ ...share }));
  return parts.map((part) => {
    let rest = part.amount_minor;
    return left.flatMap((invoice) => {
      const amount_minor = Math.min(rest, invoice.amount_minor);
      if (amount_minor === 0) return [];
      rest -= amount_minor;
      invoice.amount_minor -= amount_minor;
      return [{ id: invoice.id, amount_minor }];
    });
  });
}
