const perTurn = 5_000;

/** A statement that deletes at most `limit` rows, again and again: no long lock, no transaction that grows with the backlog. */
export async function deleteInTurns(remove: (limit: number) => Promise<{ rowCount: number | null }>): Promise<number> {
  let removed = 0;
  for (;;) {
    const { rowCount } = await remove(perTurn);
    removed += rowCount ?? 0;
    if ((rowCount ?? 0) < perTurn) return removed;
  }
}
