import { createHash } from "node:crypto";

export type Random = {
  /** In [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** Both ends included. */
  integer(least: number, most: number): number;
  normal(mean: number, deviation: number): number;
  pick<T>(list: readonly T[]): T;
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** A UUID v7 with this timestamp. */
  id(epoch_ms: number): string;
};

/** A deterministic generator: the same name yields the same sequence everywhere. */
export function random(name: string): Random {
  const seed = createHash("sha256").update(name).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((offset) => seed.readUInt32LE(offset)) as [number, number, number, number];

  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) word();

  const next = () => word() / 0x1_0000_0000;
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

  return {
    next,
    integer,
    pick,
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => mean + deviation * (next() + next() + next() + next() - 2) * Math.sqrt(3),
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      const found = choices.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? choices[choices.length - 1])?.[0] as never;
    },
    shuffled(list) {
      const keyed = list.map((item) => [next(), item] as const);
      return keyed.sort(([x], [y]) => x - y).map(([, item]) => item);
    },
    id(epoch_ms) {
      const time = epoch_ms.toString(16).padStart(12, "0");
      const tail = [word(), word(), word()].map((part) => part.toString(16).padStart(8, "0")).join("");
      const variant = "89ab"[Number.parseInt(tail[3] as string, 16) & 3];
      return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
    },
  };
}
