const perTurn = 5_000;

/**
 * A statement that takes at most `limit` rows, again and again until it finds fewer: none runs into its time limit or locks for
 * long, however many rows there are.
 */
export async function inTurns(take: (limit: number) => Promise<{ rowCount: number | null }>): Promise<number> {
  let taken = 0;
  for (;;) {
    const { rowCount } = await take(perTurn);
    taken += rowCount ?? 0;
    if ((rowCount ?? 0) < perTurn) return taken;
  }
}
