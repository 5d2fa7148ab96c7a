import { areas } from "@/lib/domain/areas";

const all = areas.flatMap(({ audit }) => audit ?? []);

/** The phrases of the activity page, from all areas. */
export const auditPhrases: Readonly<Record<string, string>> = Object.assign({}, ...all.map(({ phrases }) => phrases));

export const auditFilters: Readonly<Record<string, string>> = Object.assign({}, ...all.map(({ filters }) => filters));

export const auditTargets = new Map(all.flatMap(({ targets = {} }) => Object.entries(targets)));

/** The page of a target below /manage/<organization>; null for targets without a page. */
export const auditTargetPath = (target_type: string, id: string): string | null =>
  auditTargets.get(target_type)?.path?.(id) ?? null;
