const batchSize = 5_000;

/** Repeats a statement that affects at most `limit` rows until it affects fewer. Each run stays below its timeout and locks briefly. */
export async function inBatches(take: (limit: number) => Promise<{ rowCount: number | null }>): Promise<number> {
  let total = 0;
  for (;;) {
    const { rowCount } = await take(batchSize);
    total += rowCount ?? 0;
    if ((rowCount ?? 0) < batchSize) return total;
  }
}
