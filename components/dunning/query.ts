import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { listOf } from "@/lib/contracts/fields";
import { dunningGroups } from "@/lib/values/dunning";

const shape = {
  q: z.string().trim().max(100),
  group: listOf(z.enum(dunningGroups)),
  location: z.uuid(),
  member: z.uuid(),
  /** The row that is opened. */
  case: z.uuid(),
  cursor: z.string().max(500),
};

export type DunningQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readDunningQuery = (raw: Record<string, string | string[] | undefined>): DunningQuery =>
  parseListQuery(shape, raw);

/** A changed filter begins at the first page. */
export const dunningHref = (base: string, query: DunningQuery): string => listUrl(base, query);
